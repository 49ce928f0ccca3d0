package jinbo.operator.insurer;

import java.io.IOException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jinbo.batch.DropUniquenessCheck;
import jinbo.batch.Drops;
import jinbo.exchange.keys.KeysError;
import jinbo.exchange.keys.SampleKeys;
import jinbo.operator.UsageError;
import jinbo.operator.insurer.InsurerOperations.AddInsurer;
import jinbo.operator.insurer.InsurerOperations.AddInsurerSshKey;
import jinbo.operator.insurer.InsurerOperations.PinHostKey;
import jinbo.operator.insurer.InsurerOperations.UnpinHostKey;
import jinbo.operator.insurer.InsurerSheet.InsurerSheets;
import jinbo.participant.insurer.DropLocation;
import jinbo.participant.insurer.DropLocation.Embedded;
import jinbo.participant.insurer.DropLocation.Remote;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.insurer.PinnedHostKeys;
import jinbo.participant.operation.DryRun;
import jinbo.participant.operation.Handles;
import jinbo.participant.operation.InvalidOperationException;
import jinbo.participant.operation.OperationFile;
import jinbo.participant.operation.OperationHandlers;
import jinbo.participant.operation.Outline;
import jinbo.participant.operation.Previews;
import jinbo.platform.ssh.PublicKeyFiles;
import jinbo.platform.ssh.SshPublicKey;

/** Carries out the operations that add insurers, and their login and host keys. */
@OperationHandlers
record AdmissionHandlers(
        Insurers insurers,
        PinnedHostKeys pins,
        Drops drops,
        DropUniquenessCheck uniqueness,
        SampleKeys samples,
        InsurerSheets sheets,
        DryRun dryRun,
        Clock clock) {

    @Previews
    Outline preview(AddInsurer input) throws Exception {
        DropLocation drop = drop(input);
        dryRun.of(() -> add(input, drop));
        String lines =
                new TreeSet<>(input.line()).stream().map(Object::toString).collect(Collectors.joining(", "));
        String number = input.serviceNumber().map(Object::toString).orElse("-");
        return drop instanceof Embedded embedded
                ? Outline.of("insurer-add", input.insurer(), input.name(), lines, fingerprints(embedded), number)
                : Outline.of(
                        "insurer-add-remote",
                        input.insurer(),
                        input.name(),
                        lines,
                        input.sftp().orElseThrow(),
                        input.hostKey(),
                        number);
    }

    @Handles
    InsurerSheet add(AddInsurer input) throws IOException {
        DropLocation drop = drop(input);
        Insurer added = add(input, drop);
        if (drop instanceof Embedded) {
            drops.prepareEmbedded(added);
        }
        return sheets.of(added);
    }

    private Insurer add(AddInsurer input, DropLocation drop) {
        InsurerCode code = input.insurer();
        Collection<String> keys = drop instanceof Embedded embedded ? fingerprints(embedded) : input.hostKey();
        samples.refuse(keys, KeysError.ASK_FOR_KEY, code);
        if (drop instanceof Remote remote) {
            uniqueness.require(code, remote);
        }
        Insurer added = insurers.add(code, input.name(), Set.copyOf(input.line()), drop, clock.instant());
        return input.serviceNumber()
                .map(number -> insurers.describe(code, number))
                .orElse(added);
    }

    @Previews
    Outline preview(AddInsurerSshKey input) throws Exception {
        Set<String> keys = keys(input.sshKey());
        Insurer known = dryRun.of(() -> apply(input, keys));
        return Outline.of(
                "insurer-add-ssh-key", input.insurer(), fingerprints(new Embedded(keys)), fingerprints((Embedded)
                        known.drop()));
    }

    @Handles
    InsurerSheet addSshKey(AddInsurerSshKey input) throws IOException {
        return sheets.of(apply(input, keys(input.sshKey())));
    }

    private Insurer apply(AddInsurerSshKey input, Set<String> keys) {
        if (insurers.get(input.insurer()).drop() instanceof Remote) {
            throw new InvalidOperationException(UsageError.SSH_KEY_REMOTE);
        }
        samples.refuse(fingerprints(new Embedded(keys)), KeysError.ASK_FOR_KEY, input.insurer());
        return pins.authorize(input.insurer(), keys);
    }

    private static Set<String> keys(List<OperationFile> files) throws IOException {
        return PublicKeyFiles.read(files.stream().map(OperationFile::path).toList());
    }

    private static DropLocation drop(AddInsurer input) throws IOException {
        return input.sftp().isPresent()
                ? new Remote(input.sftp().get(), Set.copyOf(input.hostKey()))
                : new Embedded(keys(input.sshKey()));
    }

    private static List<String> fingerprints(Embedded drop) {
        return drop.authorizedKeys().stream()
                .map(line -> SshPublicKey.parse(line).fingerprint())
                .sorted()
                .toList();
    }

    @Previews
    Outline preview(PinHostKey input) throws Exception {
        Insurer pinned = dryRun.of(() -> apply(input));
        return Outline.of("insurer-pin", input.insurer(), input.hostKey(), hostKeysOf(pinned));
    }

    @Handles
    InsurerSheet pin(PinHostKey input) {
        return sheets.of(apply(input));
    }

    private Insurer apply(PinHostKey input) {
        InsurerCode code = input.insurer();
        List<String> key = List.of(input.hostKey());
        samples.refuse(key, KeysError.ASK_FOR_HOST_KEY, code);
        uniqueness.requireOwnHostKeys(code, key);
        return input.only() ? pins.replacePins(code, input.hostKey()) : pins.pin(code, input.hostKey());
    }

    @Previews
    Outline preview(UnpinHostKey input) throws Exception {
        Insurer left = dryRun.of(() -> pins.unpin(input.insurer(), input.hostKey()));
        return Outline.of("insurer-unpin", input.insurer(), input.hostKey(), hostKeysOf(left));
    }

    @Handles
    InsurerSheet unpin(UnpinHostKey input) {
        return sheets.of(pins.unpin(input.insurer(), input.hostKey()));
    }

    private static Set<String> hostKeysOf(Insurer insurer) {
        return ((Remote) insurer.drop()).hostKeys();
    }
}
