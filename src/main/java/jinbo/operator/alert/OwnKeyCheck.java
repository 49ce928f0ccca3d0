package jinbo.operator.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.batch.keyrollover.DueAnnouncements;
import jinbo.exchange.keys.AssociationKeys;
import jinbo.exchange.keys.CertificateAnnouncements;
import jinbo.exchange.keys.OpenPgpKey;
import jinbo.exchange.keys.OpenPgpKeys;
import jinbo.exchange.openpgp.Fingerprint;
import jinbo.operator.alert.Alert.Code;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.Insurers;
import jinbo.reference.calendar.BusinessTime;
import org.springframework.stereotype.Component;

/** Checks that the association's OpenPGP keys last long enough for a key change, and that every insurer has them. */
@Component
record OwnKeyCheck(
        AssociationKeys association,
        CertificateAnnouncements certificateAnnouncements,
        DueAnnouncements dueAnnouncements,
        Insurers insurers,
        Clock clock) {

    /** How long a key that no longer signs is still needed, to decrypt files that are on their way. */
    private static final Duration LEFT_OVER = Duration.ofDays(30);

    List<Alert> find() {
        OpenPgpKeys keys = association.openPgp();
        Instant now = clock.instant();
        List<Alert> found = new ArrayList<>();
        ending(keys, now).ifPresent(found::add);
        about(Code.OWN_KEY_LOST, certificateAnnouncements.announced().stream().filter(Predicate.not(keys::hold)))
                .ifPresent(found::add);
        keys.next(now)
                .map(next -> BusinessTime.dateOf(next.signsFrom()))
                .filter(turn -> !turn.isAfter(BusinessTime.dateOf(now).plusDays(ExpiryNotice.Level.URGENT.days())))
                .map(turn -> Alert.about(Code.OWN_KEY_SIGNS_SOON, turn.toString()))
                .ifPresent(found::add);
        about(Code.OWN_KEY_LEFT_OVER, leftOver(keys, now)).ifPresent(found::add);
        notAnnounced().ifPresent(found::add);
        return found;
    }

    private Optional<Alert> ending(OpenPgpKeys keys, Instant now) {
        if (!areGoodAt(keys, now)) {
            return Optional.of(new Alert(Code.NO_OWN_KEY, Optional.empty(), Optional.empty()));
        }
        return ExpiryNotice.beforeEnd(BusinessTime.dateOf(now), at -> areGoodAt(keys, at))
                .map(expiryNotice -> Alert.about(Optional.empty(), Code.OWN_KEY_ENDS, expiryNotice));
    }

    private static boolean areGoodAt(OpenPgpKeys keys, Instant at) {
        return keys.signing(at).isPresent()
                && keys.all().stream()
                        .anyMatch(key -> key.isValidAt(at)
                                && !key.certificate()
                                        .encryptionKeys(at, keys.policy())
                                        .isEmpty());
    }

    private static Stream<Fingerprint> leftOver(OpenPgpKeys keys, Instant now) {
        return keys
                .signing(now)
                .filter(signing -> !now.isBefore(signing.signsFrom().plus(LEFT_OVER)))
                .stream()
                .flatMap(signing -> keys.all().stream()
                        .filter(key -> key.isValidAt(now)
                                && key.retirement().isEmpty()
                                && key.signsFrom().isBefore(signing.signsFrom())))
                .map(OpenPgpKey::fingerprint);
    }

    private Optional<Alert> notAnnounced() {
        String waiting = insurers.all().stream()
                .filter(Insurer::isActive)
                .filter(insurer -> !dueAnnouncements.of(insurer).isEmpty())
                .map(insurer -> insurer.code().value())
                .collect(Collectors.joining(", "));
        return Optional.of(waiting)
                .filter(Predicate.not(String::isEmpty))
                .map(codes -> Alert.about(Code.OWN_KEY_NOT_ANNOUNCED, codes));
    }

    private static Optional<Alert> about(Code code, Stream<Fingerprint> keys) {
        return Optional.of(keys.map(Fingerprint::value).collect(Collectors.joining(", ")))
                .filter(Predicate.not(String::isEmpty))
                .map(names -> Alert.about(code, names));
    }
}
