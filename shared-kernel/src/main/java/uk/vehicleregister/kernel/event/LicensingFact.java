package uk.vehicleregister.kernel.event;

/// What is known of the vehicle's tax and its tests.
public sealed interface LicensingFact extends VehicleFact
        permits TaxPaid, SornDeclared, MotPassed, MotFailed, TaxRefundDue {}
