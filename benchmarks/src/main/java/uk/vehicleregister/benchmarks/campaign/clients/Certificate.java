package uk.vehicleregister.benchmarks.campaign.clients;

/// A mark that is kept on a certificate, and the certificate's number.
public record Certificate(String mark, String number) {}
