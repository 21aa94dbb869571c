package uk.vehicleregister.program.fleet;

/// What a models file says of one car, as text: impossible values are kept, since a fleet made from a broken row is to
/// have that row broken.
record Model(String make, String model, String year, String fuel, String engineLitres) {}
