package uk.vehicleregister.command.tax.pay;

import java.time.LocalDate;
import uk.vehicleregister.kernel.mark.RegistrationMark;

/// Vehicle tax was paid elsewhere.
///
/// @param until the last day it covers
record PayTax(RegistrationMark mark, LocalDate from, LocalDate until) {}
