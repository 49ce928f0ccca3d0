package jinbo.operator.key;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jinbo.batch.Drops;
import jinbo.batch.keyrollover.DueAnnouncements;
import jinbo.exchange.keys.AssociationKeys;
import jinbo.exchange.keys.CertificateAnnouncements;
import jinbo.exchange.keys.KeysError;
import jinbo.exchange.keys.KeysException;
import jinbo.exchange.keys.OpenPgpKey;
import jinbo.exchange.keys.OpenPgpKeys;
import jinbo.exchange.keys.RotateAssociationKeys;
import jinbo.exchange.openpgp.AlgorithmRule;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.CryptoPolicy;
import jinbo.exchange.openpgp.Fingerprint;
import jinbo.exchange.openpgp.KeyRevocation;
import jinbo.exchange.openpgp.SecretKeys.KeyPlan;
import jinbo.operator.key.KeyOperations.ExportKey;
import jinbo.operator.key.KeyOperations.ListKeys;
import jinbo.operator.key.KeyOperations.RenewKey;
import jinbo.operator.key.KeyOperations.RetireKey;
import jinbo.operator.key.KeyOperations.ShowCryptoPolicy;
import jinbo.operator.key.KeyOperations.ShowSshIdentity;
import jinbo.operator.key.OwnKeyHandlers.OwnKeySheet.Announced;
import jinbo.operator.key.OwnKeyHandlers.OwnKeySheet.State;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCertificates;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.operation.CommentedResult;
import jinbo.participant.operation.Handles;
import jinbo.participant.operation.Moment;
import jinbo.participant.operation.OperationHandlers;
import jinbo.participant.operation.Outline;
import jinbo.participant.operation.Previews;
import jinbo.platform.ssh.SshKeyFile;
import jinbo.platform.ssh.SshPublicKey;

/** Carries out the {@link KeyOperations} on the association's own keys. */
@OperationHandlers
record OwnKeyHandlers(
        AssociationKeys keys,
        RotateAssociationKeys rotateKeys,
        Drops drops,
        Clock clock,
        Insurers insurers,
        InsurerCertificates certificates,
        CryptoPolicy policy,
        CertificateAnnouncements announcements,
        DueAnnouncements dueAnnouncements) {

    private static final String SSH_COMMENT = "jinbo-association";

    record RenewedKey(OwnKeySheet key) {}

    record RetiredKey(OwnKeySheet key) implements CommentedResult {

        @Override
        public Optional<String> comment() {
            return Optional.of(key.state() == OwnKeySheet.State.COMPROMISED ? "compromised" : "retired");
        }
    }

    record ExportedKey(Fingerprint fingerprint, Optional<Path> file, String armored) implements CommentedResult {

        @Override
        public Optional<String> comment() {
            return file.map(any -> "written");
        }
    }

    /** The lines for {@code authorized_keys} of insurers' servers, and for {@code known_hosts} of insurers' clients. */
    record SshIdentity(
            String authorizedKeysLine, String fingerprint, String embeddedHostKey, String embeddedKnownHostsLine) {}

    @Previews
    Outline preview(RenewKey input) {
        KeyPlan plan =
                rotateKeys.plan(input.from().map(Moment::begin), input.until().map(Moment::begin));
        return Outline.of("key-renew", plan.signsFrom().orElse(plan.createdAt()), plan.until());
    }

    @Handles
    RenewedKey renew(RenewKey input) {
        return new RenewedKey(sheet(
                rotateKeys.renew(input.from().map(Moment::begin), input.until().map(Moment::begin))));
    }

    @Previews
    Outline preview(RetireKey input) {
        KeyRevocation revocation = rotateKeys.revocation(
                input.fingerprint(),
                input.from().map(Moment::begin),
                input.compromised(),
                input.reason().text());
        return Outline.of(
                input.compromised() ? "key-retire-compromised" : "key-retire",
                input.fingerprint().toGroupedString(),
                revocation.from(),
                revocation.reason());
    }

    @Handles
    RetiredKey retire(RetireKey input) {
        return new RetiredKey(sheet(rotateKeys.retire(
                input.fingerprint(),
                input.from().map(Moment::begin),
                input.compromised(),
                input.reason().text())));
    }

    @Handles
    ExportedKey export(ExportKey input) throws IOException {
        OpenPgpKeys all = keys.openPgp();
        OpenPgpKey key = input.next()
                ? all.next(clock.instant()).orElseThrow(() -> new KeysException(KeysError.NO_NEXT_KEY))
                : all.current(clock.instant());
        Certificate certificate = key.certificateAt(clock.instant());
        Optional<Path> file = input.file();
        if (file.isPresent()) {
            Files.writeString(
                    file.get(), certificate.armored(), StandardCharsets.US_ASCII, StandardOpenOption.CREATE_NEW);
        }
        return new ExportedKey(certificate.fingerprint(), file.map(Path::toAbsolutePath), certificate.armored());
    }

    @Handles
    SshIdentity show(ShowSshIdentity input) throws IOException {
        SshPublicKey login = new SshPublicKey(keys.ssh().getPublic());
        SshPublicKey host = new SshPublicKey(
                new SshKeyFile(keys.hostKeyFile()).readOrGenerate().getPublic());
        return new SshIdentity(
                login.line(SSH_COMMENT), login.fingerprint(), host.fingerprint(), drops.knownHostsLine());
    }

    record CertificateList(List<CertificateSheet> certificates) {}

    record OwnKeyList(List<OwnKeySheet> keys) {}

    record PolicyTable(int leastRsaBits, List<Algorithm> rules) {}

    record Algorithm(
            AlgorithmRule.Kind kind,
            String id,
            String name,
            Optional<Integer> leastBits,
            AlgorithmRule.Acceptance accepted,
            Optional<LocalDate> lastDay,
            boolean produced,
            String source) {

        private static Algorithm of(AlgorithmRule rule) {
            return new Algorithm(
                    rule.kind(),
                    rule.id(),
                    rule.name(),
                    Optional.of(rule.leastBits()).filter(bits -> bits > 0),
                    rule.acceptance(),
                    rule.lastDay(),
                    rule.produced(),
                    rule.source());
        }
    }

    @Handles
    Record list(ListKeys input) {
        if (input.own()) {
            return new OwnKeyList(all());
        }
        List<Insurer> wanted = input.code().map(insurers::get).map(List::of).orElseGet(insurers::all);
        return new CertificateList(wanted.stream()
                .flatMap(insurer -> certificates.of(insurer.code()).stream())
                .map(stored -> CertificateSheet.of(stored, policy, clock.instant()))
                .toList());
    }

    @Handles
    PolicyTable show(ShowCryptoPolicy input) {
        return new PolicyTable(
                policy.minRsaBits(), policy.rules().stream().map(Algorithm::of).toList());
    }

    private List<OwnKeySheet> all() {
        return keys.openPgp().all().stream().map(this::sheet).toList();
    }

    private OwnKeySheet sheet(OpenPgpKey key) {
        return new OwnKeySheet(
                key.fingerprint(),
                state(key, keys.openPgp(), clock.instant()),
                key.madeAt(),
                key.signsFrom(),
                key.endsAt(),
                key.opensUntil(),
                key.retirement().map(KeyRevocation::reason),
                announced(key));
    }

    private static State state(OpenPgpKey key, OpenPgpKeys all, Instant now) {
        if (key.isCompromised()) {
            return State.COMPROMISED;
        }
        if (all.signing(now).filter(signing -> signing.number() == key.number()).isPresent()) {
            return State.SIGNS;
        }
        if (all.maySign(key, now) && !key.isDueAt(now)) {
            return State.WAITS;
        }
        return key.decryptsReceivedAt(now) ? State.OPENS : State.ENDED;
    }

    private List<Announced> announced(OpenPgpKey key) {
        List<Announced> announced = new ArrayList<>();
        announcements
                .of(key.fingerprint())
                .forEach(sent ->
                        announced.add(new Announced(sent.insurer(), Optional.of(sent.name()), sent.deliveredAt())));
        insurers.all()
                .forEach(insurer -> dueAnnouncements.of(insurer).stream()
                        .filter(due -> due.key().number() == key.number()
                                && due.begun().isEmpty())
                        .forEach(due ->
                                announced.add(new Announced(insurer.code(), Optional.empty(), Optional.empty()))));
        return List.copyOf(announced);
    }

    /**
     * @param endsAt when it expires or is retired
     * @param opensUntil until when it can decrypt uploads
     * @param announced the insurers to which its certificate has been sent, or must be sent
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

        /** @param file the name of the announcement; empty until it is sealed */
        record Announced(InsurerCode insurer, Optional<String> file, Optional<Instant> deliveredAt) {}
    }
}
