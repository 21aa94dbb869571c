package uk.vehicleregister.program.audit;

/// A cell of a CSV file that no spreadsheet takes for a formula: what begins like one gets an apostrophe before it
/// (OWASP, CSV Injection). Always in quotes, so that no separator within begins a cell of its own.
final class CsvCell {

    /// As a formula begins, and the same characters at full width, which some programs take for them.
    private static final String BEGINNINGS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private CsvCell() {}

    static String of(String text) {
        String safe = !text.isEmpty() && BEGINNINGS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
