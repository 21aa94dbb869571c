/// The HTTP face every slice shares: strict forms, problem answers, who may call.
@NullMarked
package uk.vehicleregister.command.web;

import org.jspecify.annotations.NullMarked;
