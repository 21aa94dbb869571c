package uk.vehicleregister.query.customer;

/// A customer of the vehicle enquiry and how many calls a second their key is good for.
public record Customer(String keyHash, String name, int perSecond) {}
