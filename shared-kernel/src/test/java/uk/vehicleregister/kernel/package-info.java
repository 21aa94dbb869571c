/// Sample values of the kernel's types, for the tests of every module, and the checks that go over the whole kernel.
@NullMarked
package uk.vehicleregister.kernel;

import org.jspecify.annotations.NullMarked;
