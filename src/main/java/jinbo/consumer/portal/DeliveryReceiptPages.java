package jinbo.consumer.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import jinbo.consumer.messaging.DeliveryReceipts;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/** Receives delivery receipts of gateways. */
@PortalPage
record DeliveryReceiptPages(DeliveryReceipts receipts) {

    static final String PATH = "/sms/receipts/";
    static final String ADDRESSES = PATH + "*";

    @PostMapping("/sms/receipts/{gateway}")
    ResponseEntity<Void> take(
            @PathVariable String gateway,
            @RequestHeader(name = "jinbo-timestamp", defaultValue = "") String timestamp,
            @RequestHeader(name = "jinbo-signature", defaultValue = "") String signature,
            HttpServletRequest request)
            throws IOException {
        byte[] body;
        try (InputStream in = request.getInputStream()) {
            body = in.readNBytes(DeliveryReceipts.MOST_BYTES + 1);
        }
        return ResponseEntity.status(status(receipts.take(gateway, timestamp, signature, body)))
                .build();
    }

    private static HttpStatus status(DeliveryReceipts.Outcome outcome) {
        if (outcome instanceof DeliveryReceipts.Outcome.Accepted) {
            return HttpStatus.NO_CONTENT;
        }
        if (outcome instanceof DeliveryReceipts.Outcome.Forged) {
            return HttpStatus.UNAUTHORIZED;
        }
        if (outcome instanceof DeliveryReceipts.Outcome.Unknown) {
            return HttpStatus.NOT_FOUND;
        }
        return outcome instanceof DeliveryReceipts.Outcome.Unverifiable
                ? HttpStatus.SERVICE_UNAVAILABLE
                : HttpStatus.BAD_REQUEST;
    }
}
