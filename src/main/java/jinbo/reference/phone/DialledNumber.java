package jinbo.reference.phone;

import java.util.Optional;

/** A number as people write it: digits with an optional plus, one pair of parentheses, and single separators. */
final class DialledNumber {

    /** The result of {@link #mobile()} if it is not a mobile number of mainland China. */
    static final long NONE = -1;

    private static final int MAX_DIGITS = 16;
    private static final int MOBILE_DIGITS = 11;
    private static final String COUNTRY = "86";

    private final StringBuilder digits = new StringBuilder(MAX_DIGITS);
    private final char[] before = new char[MAX_DIGITS];
    private char separator;
    private boolean plus;
    private int open = -1;
    private int close = -1;

    private DialledNumber() {}

    /** Empty if a character is not allowed or is in a wrong place. */
    static Optional<DialledNumber> parse(String text) {
        DialledNumber number = new DialledNumber();
        for (int i = 0; i < text.length(); i++) {
            if (!number.accept(text.charAt(i))) {
                return Optional.empty();
            }
        }
        return number.isWhole() ? Optional.of(number) : Optional.empty();
    }

    private boolean accept(char c) {
        int at = digits.length();
        if (c >= '0' && c <= '9') {
            if (at < MAX_DIGITS) {
                before[at] = separator;
                separator = 0;
                digits.append(c);
            }
            return at < MAX_DIGITS;
        }
        switch (c) {
            case ' ' -> {
                separator = separator == 0 ? ' ' : separator;
                return true;
            }
            case '-', '.' -> {
                boolean first = separator == 0 || separator == ' ';
                separator = c;
                return first && at > 0;
            }
            case '+' -> {
                boolean first = !plus && at == 0;
                plus = true;
                return first;
            }
            case '(' -> {
                boolean first = open < 0;
                open = at;
                return first;
            }
            case ')' -> {
                boolean closes = open >= 0 && close < 0 && at > open && separator != '-' && separator != '.';
                close = at;
                return closes;
            }
            default -> {
                return false;
            }
        }
    }

    private boolean isWhole() {
        return separator != '-' && separator != '.' && (open < 0) == (close < 0) && !digits.isEmpty();
    }

    long mobile() {
        int start = afterCountry();
        if (start >= 0 && digits.length() - start == MOBILE_DIGITS + 1 && digits.charAt(start) == '0') {
            start++;
        }
        if (start < 0 || digits.length() - start != MOBILE_DIGITS) {
            return NONE;
        }
        long value = Long.parseLong(digits, start, digits.length(), 10);
        return Mobile.isMobile(value) && parenthesesFit(start) && dotsFit(start) ? value : NONE;
    }

    /** The index at which the national number begins; -1 for a number of another country. */
    private int afterCountry() {
        if (plus) {
            return startsWith(COUNTRY) ? COUNTRY.length() : -1;
        }
        if (startsWith("00" + COUNTRY)) {
            return 2 + COUNTRY.length();
        }
        return startsWith(COUNTRY) && digits.length() > MOBILE_DIGITS ? COUNTRY.length() : 0;
    }

    private boolean startsWith(String prefix) {
        return digits.indexOf(prefix) == 0;
    }

    /** Parentheses may enclose a prefix or the first three digits; elsewhere they mean an extension. */
    private boolean parenthesesFit(int start) {
        return close <= start || open == start && close == start + 3;
    }

    /** Dots as in {@code 138.1000.1234}, or after the country code (RFC 5733); a single dot is a decimal point. */
    private boolean dotsFit(int start) {
        for (int i = 1; i < digits.length(); i++) {
            boolean mayBe = i == start + 3 || i == start + 7 || i == start && plus;
            if (before[i] == '.' && !mayBe) {
                return false;
            }
        }
        return (before[start + 3] == '.') == (before[start + 7] == '.');
    }
}
