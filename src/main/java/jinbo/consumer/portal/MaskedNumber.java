package jinbo.consumer.portal;

import jinbo.reference.phone.Mobile;

/** A number as its holder recognises it and others who see the screen do not. */
final class MaskedNumber {

    private static final int FIRST = 3;
    private static final int LAST = 4;

    private MaskedNumber() {}

    static String of(Mobile mobile) {
        String digits = mobile.digits();
        return digits.substring(0, FIRST) + " **** " + digits.substring(digits.length() - LAST);
    }
}
