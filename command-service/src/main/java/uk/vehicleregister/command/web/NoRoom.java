package uk.vehicleregister.command.web;

/// Other large requests take up the memory there is for them; this one may be sent again in a moment: 429.
final class NoRoom extends RuntimeException {

    NoRoom() {
        super("no room for another large request", null, false, false);
    }
}
