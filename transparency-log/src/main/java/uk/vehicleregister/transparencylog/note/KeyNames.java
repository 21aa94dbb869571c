package uk.vehicleregister.transparencylog.note;

import uk.vehicleregister.transparencylog.MalformedException;

/// What a key may be called (C2SP signed-note): something, without spaces of any kind and without a plus.
final class KeyNames {

    private KeyNames() {}

    static void check(String name, String where) {
        if (name.isEmpty()) throw new MalformedException("is empty", where);
        boolean fit = name.codePoints().allMatch(KeyNames::fits);
        if (!fit) throw new MalformedException("has a space, a plus or a control character", where);
    }

    private static boolean fits(int c) {
        boolean space = Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
        boolean half = c >= 0xd800 && c <= 0xdfff;
        return !space && !half && c != '+' && c >= ' ';
    }
}
