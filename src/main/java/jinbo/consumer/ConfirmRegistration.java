package jinbo.consumer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.accesslog.LogEvidence;
import jinbo.accesslog.tlog.NoteKeyFile;
import jinbo.accesslog.tlog.NoteSigner;
import jinbo.consumer.ConsumerKey.ConsumerKeyError;
import jinbo.consumer.ConsumerRegistrations.StoredRegistration;
import jinbo.participant.insurer.InsurerLine;
import jinbo.platform.home.Home;
import jinbo.platform.home.HomeException;
import jinbo.reference.calendar.BusinessTime;
import jinbo.reference.phone.Mobile;
import jinbo.registry.PastRegistrations;
import org.springframework.stereotype.Component;

/** Issues signed confirmations of registrations, with the proof that the access log has the registration. */
@Component
record ConfirmRegistration(
        HolderAccessTemplate show,
        ConsumerRegistrations registrations,
        NumberHashes keyed,
        PastRegistrations past,
        LogEvidence evidence,
        Clock clock,
        Home home) {

    /** The number of lines in the text of a checkpoint: origin, size and root. */
    private static final int LINES_OF_CHECKPOINT = 3;

    private static final String NAME = "confirmation.jinbo.invalid";

    /** @return empty if the reference is unknown or belongs to an earlier holder of the number */
    Optional<Confirmation> of(Mobile mobile, RegistrationReference reference) {
        return registrations
                .findByReference(reference, keyed.allHashes(mobile))
                .flatMap(stored -> show.execute(
                        mobile,
                        "the holder takes the confirmation " + reference,
                        permit -> past.lastRelease(permit, mobile)
                                        .filter(release -> release.revision() >= stored.revision())
                                        .isPresent()
                                ? Optional.empty()
                                : Optional.of(confirm(mobile, stored))));
    }

    String verifierKey() {
        return signer().verifierKey().toString();
    }

    private Confirmation confirm(Mobile mobile, StoredRegistration stored) {
        LogEvidence.ProvenEntry entry = evidence.proveEntry(stored.entry());
        NoteSigner signer = signer();
        return new Confirmation(
                stored.registration(),
                signer.sign(text(mobile, stored, entry, clock.instant())).toString(),
                signer.verifierKey().toString(),
                entry.proof(),
                entry.verifierKey());
    }

    private static String text(Mobile mobile, StoredRegistration stored, LogEvidence.ProvenEntry entry, Instant now) {
        ConsumerRegistration registration = stored.registration();
        StringBuilder text = new StringBuilder("jinbo-confirmation/v1\n");
        line(text, "reference", registration.reference().value());
        line(text, "number", mobile.digits());
        line(text, "registered", inBeijing(registration.registeredAt()));
        if (registration.block().isEmpty()) {
            line(text, "no-calls-from", "nobody: all blocks cancelled");
        } else {
            line(text, "no-calls-from", named(registration));
            ConsumerRegistration.Block block = registration.block().get();
            line(text, "term", block.term().text());
            line(text, "first-day", block.days().effectiveOn().toString());
            line(text, "first-day-of-insurers-bound-before", "their own, without a gap");
            line(text, "last-day", block.days().expiresOn().minusDays(1).toString());
            line(text, "consent", block.consent());
        }
        line(text, "revision", Long.toString(stored.revision()));
        line(text, "log-index", Long.toString(entry.index()));
        entry.checkpoint()
                .lines()
                .limit(LINES_OF_CHECKPOINT)
                .forEach(checkpoint -> line(text, "log-checkpoint", checkpoint));
        line(text, "issued", inBeijing(now) + ", as registered then; it may have been changed since");
        return text.toString();
    }

    private static String named(ConsumerRegistration registration) {
        return Stream.concat(
                        registration.lines().stream().map(line -> "all of " + line),
                        registration.insurers().stream().map(InsurerLine::toString))
                .collect(Collectors.joining(", "));
    }

    private static String inBeijing(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS)
                .atZone(BusinessTime.ZONE)
                .toOffsetDateTime()
                .toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append(": ").append(value).append('\n');
    }

    /** Returns the key that signs confirmations; it is generated when it is first needed. */
    private synchronized NoteSigner signer() {
        Path path = home.keys().resolve("confirmation.key");
        NoteKeyFile file = new NoteKeyFile(path);
        try {
            return file.exists() ? file.read(NAME) : file.generate(NAME);
        } catch (IOException e) {
            throw new HomeException(ConsumerKeyError.CONFIRMATION_KEY_UNUSABLE, path).causedBy(e);
        }
    }
}
