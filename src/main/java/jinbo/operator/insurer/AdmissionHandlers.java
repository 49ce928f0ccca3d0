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
    Outline preview(AddInsurer asked) throws Exception {
        DropLocation drop = drop(asked);
        dryRun.of(() -> add(asked, drop));
        String lines =
                new TreeSet<>(asked.line()).stream().map(Object::toString).collect(Collectors.joining(", "));
        String number = asked.serviceNumber().map(Object::toString).orElse("-");
        return drop instanceof Embedded embedded
                ? Outline.of("insurer-add", asked.insurer(), asked.name(), lines, fingerprints(embedded), number)
                : Outline.of(
                        "insurer-add-remote",
                        asked.insurer(),
                        asked.name(),
                        lines,
                        asked.sftp().orElseThrow(),
                        asked.hostKey(),
                        number);
    }

    @Handles
    InsurerSheet add(AddInsurer asked) throws IOException {
        DropLocation drop = drop(asked);
        Insurer added = add(asked, drop);
        if (drop instanceof Embedded) {
            drops.prepareEmbedded(added);
        }
        return sheets.of(added);
    }

    private Insurer add(AddInsurer asked, DropLocation drop) {
        InsurerCode code = asked.insurer();
        Collection<String> keys = drop instanceof Embedded embedded ? fingerprints(embedded) : asked.hostKey();
        samples.refuse(keys, KeysError.ASK_FOR_KEY, code);
        if (drop instanceof Remote remote) {
            uniqueness.require(code, remote);
        }
        Insurer added = insurers.add(code, asked.name(), Set.copyOf(asked.line()), drop, clock.instant());
        return asked.serviceNumber()
                .map(number -> insurers.describe(code, number))
                .orElse(added);
    }

    @Previews
    Outline preview(AddInsurerSshKey asked) throws Exception {
        Set<String> keys = keys(asked.sshKey());
        Insurer known = dryRun.of(() -> apply(asked, keys));
        return Outline.of(
                "insurer-add-ssh-key", asked.insurer(), fingerprints(new Embedded(keys)), fingerprints((Embedded)
                        known.drop()));
    }

    @Handles
    InsurerSheet addSshKey(AddInsurerSshKey asked) throws IOException {
        return sheets.of(apply(asked, keys(asked.sshKey())));
    }

    private Insurer apply(AddInsurerSshKey asked, Set<String> keys) {
        if (insurers.get(asked.insurer()).drop() instanceof Remote) {
            throw new InvalidOperationException(UsageError.SSH_KEY_REMOTE);
        }
        samples.refuse(fingerprints(new Embedded(keys)), KeysError.ASK_FOR_KEY, asked.insurer());
        return pins.authorize(asked.insurer(), keys);
    }

    private static Set<String> keys(List<OperationFile> files) throws IOException {
        return PublicKeyFiles.read(files.stream().map(OperationFile::path).toList());
    }

    private static DropLocation drop(AddInsurer asked) throws IOException {
        return asked.sftp().isPresent()
                ? new Remote(asked.sftp().get(), Set.copyOf(asked.hostKey()))
                : new Embedded(keys(asked.sshKey()));
    }

    private static List<String> fingerprints(Embedded drop) {
        return drop.authorizedKeys().stream()
                .map(line -> SshPublicKey.parse(line).fingerprint())
                .sorted()
                .toList();
    }

    @Previews
    Outline preview(PinHostKey asked) throws Exception {
        Insurer pinned = dryRun.of(() -> apply(asked));
        return Outline.of("insurer-pin", asked.insurer(), asked.hostKey(), hostKeysOf(pinned));
    }

    @Handles
    InsurerSheet pin(PinHostKey asked) {
        return sheets.of(apply(asked));
    }

    private Insurer apply(PinHostKey asked) {
        InsurerCode code = asked.insurer();
        List<String> key = List.of(asked.hostKey());
        samples.refuse(key, KeysError.ASK_FOR_HOST_KEY, code);
        uniqueness.requireOwnHostKeys(code, key);
        return asked.only() ? pins.replacePins(code, asked.hostKey()) : pins.pin(code, asked.hostKey());
    }

    @Previews
    Outline preview(UnpinHostKey asked) throws Exception {
        Insurer left = dryRun.of(() -> pins.unpin(asked.insurer(), asked.hostKey()));
        return Outline.of("insurer-unpin", asked.insurer(), asked.hostKey(), hostKeysOf(left));
    }

    @Handles
    InsurerSheet unpin(UnpinHostKey asked) {
        return sheets.of(pins.unpin(asked.insurer(), asked.hostKey()));
    }

    private static Set<String> hostKeysOf(Insurer insurer) {
        return ((Remote) insurer.drop()).hostKeys();
    }
}
