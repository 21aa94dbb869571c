package uk.vehicleregister.benchmarks.campaign.clients;

/// What stands on a V5C: a vehicle, the mark on it, and the reference its keeper proves himself by.
public record V5C(String vehicleId, String mark, String reference) {}
