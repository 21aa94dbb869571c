package uk.vehicleregister.kernel.event;

/// What happened to the vehicle's V5C. The paper follows the record.
public sealed interface PaperFact extends VehicleFact permits V5CIssued, V5CReplaced {}
