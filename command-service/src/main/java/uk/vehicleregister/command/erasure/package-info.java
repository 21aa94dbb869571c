/// Forgetting people: destroys the keys that erasures name, and sees to it that backups forget too.
@NullMarked
package uk.vehicleregister.command.erasure;

import org.jspecify.annotations.NullMarked;
