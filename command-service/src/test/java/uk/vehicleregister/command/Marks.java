package uk.vehicleregister.command;

import java.util.concurrent.atomic.AtomicInteger;

/// Marks for tests to ask for by name, each once in this JVM: A100 AAA and on, older than every vehicle here.
public final class Marks {

    private static final String LETTERS = "ABCDEFGHJKLMNOPRSTUVWXY";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    public static String neverIssued() {
        int n = NUMBER.getAndIncrement();
        return "A" + (100 + n % 900) + letter(n / 900 / 529) + letter(n / 900 / 23) + letter(n / 900);
    }

    private static char letter(int n) {
        return LETTERS.charAt(n % LETTERS.length());
    }

    private Marks() {}
}
