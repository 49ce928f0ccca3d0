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
public record Refusal(Instant at, List<String> by, String reason) {
    public Refusal {
        by = List.copyOf(by);
    }
}
