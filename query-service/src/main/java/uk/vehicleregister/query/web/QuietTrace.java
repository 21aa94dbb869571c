package uk.vehicleregister.query.web;

import java.sql.SQLException;

/// What may be logged of an exception: which classes, where they came from and the SQL state. Never a message,
/// which may quote what was sent or found.
public final class QuietTrace {

    private static final int FRAMES = 8;

    private QuietTrace() {}

    public static String of(Throwable e) {
        StringBuilder trace = new StringBuilder();
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            trace.append(cause.getClass().getName());
            if (cause instanceof SQLException sql) trace.append(", SQL state ").append(sql.getSQLState());
            StackTraceElement[] frames = cause.getStackTrace();
            for (int i = 0; i < Math.min(frames.length, FRAMES); i++)
                trace.append("\n    at ").append(frames[i]);
            if (cause.getCause() != null) trace.append("\ncaused by ");
        }
        return trace.toString();
    }
}
