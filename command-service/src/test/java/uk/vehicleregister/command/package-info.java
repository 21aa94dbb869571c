/// The rule book of the command service: what may happen, each rule a sentence.
package uk.vehicleregister.command;
