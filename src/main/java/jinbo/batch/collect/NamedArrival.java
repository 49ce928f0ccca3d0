package jinbo.batch.collect;

import java.time.Instant;
import java.util.Optional;
import jinbo.exchange.format.AnswerNames;
import jinbo.exchange.format.InboundName;
import jinbo.exchange.sftp.Sighting;
import jinbo.participant.insurer.InsurerCode;
import jinbo.reference.calendar.BusinessTime;
import jinbo.registry.inbound.NewArrival;

/** Judges the name of a fetched file and says what it is called here. */
final class NamedArrival {

    private NamedArrival() {}

    /**
     * The file as it will be recorded.
     *
     * @param sighting the file as it lay on the drop, under the name that its sender gave it
     * @param size in bytes, as received
     */
    static NewArrival of(InsurerCode insurer, Sighting sighting, long size, String sha256, Instant receivedAt) {
        InboundName.Parsed parsed = InboundName.parse(sighting.name(), insurer, BusinessTime.dateOf(receivedAt));
        Optional<String> fault = faultOf(parsed);
        String stem = parsed instanceof InboundName.Valid valid && fault.isEmpty()
                ? valid.name().stem()
                : AnswerNames.invalidStem(sha256);
        return new NewArrival(insurer, sighting.name(), stem, fault, size, sighting.modified(), sha256, receivedAt);
    }

    private static Optional<String> faultOf(InboundName.Parsed parsed) {
        return parsed instanceof InboundName.Invalid invalid
                ? Optional.of(invalid.fault().name())
                : Optional.empty();
    }
}
