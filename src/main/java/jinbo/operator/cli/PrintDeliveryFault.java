package jinbo.operator.cli;

import jinbo.partner.DeliveryFault;

/** Tells why a delivered file must not be used: what that means, and what exactly was found. */
final class PrintDeliveryFault {

    private PrintDeliveryFault() {}

    static void tell(Page page, DeliveryFault fault, String detail) {
        page.print(fault + ": " + page.texts().of("partner.fault." + fault));
        page.print("  " + detail);
    }
}
