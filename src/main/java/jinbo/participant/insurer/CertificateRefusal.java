package jinbo.participant.insurer;

import java.time.Instant;
import java.util.List;

/**
 * That a certificate which an insurer had sent was refused.
 *
 * @param at when
 * @param by the names of those who decided, as the access log tells them; none where that was not kept yet
 * @param reason why, in their words; empty likewise
 */
public record CertificateRefusal(Instant at, List<String> by, String reason) {
    public CertificateRefusal {
        by = List.copyOf(by);
    }
}
