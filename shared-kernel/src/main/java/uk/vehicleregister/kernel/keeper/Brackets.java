package uk.vehicleregister.kernel.keeper;

/// Does every bracket of a business keeper's name close, and none before it opened? (domain.md 1.0)
final class Brackets {

    private Brackets() {}

    static boolean areBalanced(String text) {
        int open = 0;
        for (int i = 0; i < text.length() && open >= 0; i++) {
            if (text.charAt(i) == '(') open++;
            if (text.charAt(i) == ')') open--;
        }
        return open == 0;
    }
}
