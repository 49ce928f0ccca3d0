package jinbo.operator.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import jinbo.exchange.keys.AssociationKeys;
import jinbo.exchange.keys.OpenPgpKey;
import jinbo.exchange.openpgp.Certificate;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCertificate;
import jinbo.participant.insurer.InsurerCertificates;
import jinbo.participant.insurer.Insurers;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Our own keys and the insurers' certificates, each with a bar from its beginning to its end. */
@ConsolePage
record KeyPage(AssociationKeys own, Insurers insurers, InsurerCertificates certificates, Clock clock) {

    /** What is shown of time before today and after, in days. */
    private static final int BEFORE = 365;

    private static final int AFTER = 730;
    private static final int SOON = 60;

    /**
     * A key with its bar; of the bar the left end and the width are in days from a year ago.
     *
     * @param whose an insurer's code, or nothing for ours
     * @param fingerprint in groups of four
     * @param state good, soon, over or revoked
     */
    public record Bar(String whose, String fingerprint, String from, String until, String state, long x, long width) {}

    @GetMapping("/keys")
    String show(Model model) {
        Instant now = clock.instant();
        model.addAttribute("today", BEFORE);
        model.addAttribute("span", BEFORE + AFTER);
        model.addAttribute(
                "own", own.openPgp().all().stream().map(key -> bar(key, now)).toList());
        model.addAttribute(
                "certificates",
                insurers.all().stream().flatMap(insurer -> of(insurer, now)).toList());
        return "keys";
    }

    private Stream<Bar> of(Insurer insurer, Instant now) {
        return certificates.of(insurer.code()).stream().map(one -> bar(one, now));
    }

    private static Bar bar(OpenPgpKey key, Instant now) {
        return bar("", key.fingerprint().value(), key.signsFrom(), key.endsAt(), key.isCompromised(), now);
    }

    private static Bar bar(InsurerCertificate stored, Instant now) {
        Certificate certificate = Certificate.parse(stored.encoded());
        Instant from = stored.acceptance().from().orElse(stored.addedAt());
        Optional<Instant> until = Stream.concat(stored.acceptance().end().stream(), certificate.expiresAt().stream())
                .min(Instant::compareTo);
        return bar(
                stored.insurer().value(),
                stored.fingerprint(),
                from,
                until,
                stored.acceptance().isCompromised(),
                now);
    }

    private static Bar bar(
            String whose, String fingerprint, Instant from, Optional<Instant> until, boolean revoked, Instant now) {
        long begin = dayOf(from, now);
        long end = until.map(at -> dayOf(at, now)).orElse((long) BEFORE + AFTER);
        String state = revoked
                ? "revoked"
                : end <= BEFORE && until.isPresent() && !now.isBefore(until.get())
                        ? "over"
                        : end < BEFORE + SOON ? "soon" : "good";
        return new Bar(
                whose,
                fingerprint.replaceAll("(.{4})(?!$)", "$1 "),
                PageFormat.time(from),
                PageFormat.time(until),
                state,
                begin,
                Math.max(2, end - begin));
    }

    private static long dayOf(Instant at, Instant now) {
        return Math.max(
                0, Math.min(BEFORE + AFTER, BEFORE + Duration.between(now, at).toDays()));
    }
}
