package uk.vehicleregister.command.web;

/// Reads a JSON object as a command or a part of one. OpenAPI learns the fields of a request from the same code.
public interface Form<T> {

    Field<T> read(Fields in);
}
