package jinbo.operator.key;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jinbo.exchange.openpgp.Fingerprint;
import jinbo.participant.insurer.InsurerCode;

/**
 * An OpenPGP key of our own as it stands now.
 *
 * @param signsFrom when its turn to sign comes, or came
 * @param endsAt when it ends, by itself or because it was retired
 * @param opensUntil until when it opens what comes in, if that has an end
 * @param announced which insurers have been sent its certificate, or have to be
 */
record OwnKeySheet(
        Fingerprint fingerprint,
        State state,
        Instant madeAt,
        Instant signsFrom,
        Optional<Instant> endsAt,
        Optional<Instant> opensUntil,
        Optional<String> reason,
        List<Announced> announced) {

    enum State {
        SIGNS,
        WAITS,
        OPENS,
        ENDED,
        COMPROMISED
    }

    /**
     * @param file under which name, once it is sealed
     * @param deliveredAt since when it lies on the drop, if it does
     */
    record Announced(InsurerCode insurer, Optional<String> file, Optional<Instant> deliveredAt) {}
}
