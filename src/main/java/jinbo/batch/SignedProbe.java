package jinbo.batch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import jinbo.exchange.keys.AssociationKeys;
import jinbo.exchange.keys.OpenPgpKey;
import jinbo.exchange.openpgp.AcceptedSigner;
import jinbo.exchange.openpgp.Compression;
import jinbo.exchange.openpgp.CryptoPolicy;
import jinbo.exchange.openpgp.EnvelopeLimits;
import jinbo.exchange.openpgp.OpenRequest;
import jinbo.exchange.openpgp.OpenResult;
import jinbo.exchange.openpgp.Opener;
import jinbo.exchange.openpgp.SealRequest;
import jinbo.exchange.openpgp.Sealer;
import jinbo.exchange.sftp.check.DropProbe;
import jinbo.platform.files.OwnerOnlyPermissions;
import org.springframework.stereotype.Component;

/** Makes a file with which a drop is checked, signed by and encrypted for the association, and verifies its copy. */
@Component
public record SignedProbe(AssociationKeys keys, CryptoPolicy policy, Clock clock) implements DropProbe {

    @Override
    public void make(String name, Path file) throws IOException {
        Instant now = clock.instant();
        OpenPgpKey own = keys.openPgp().current(now);
        SealRequest toOurselves = new SealRequest(name, Set.of(own.certificateAt(now)), now);
        try (OutputStream out = Channels.newOutputStream(OwnerOnlyPermissions.create(file))) {
            new Sealer(own.secret(), policy, Compression.standard())
                    .seal(clear -> clear.write(contentFor(name)), toOurselves, out);
        }
    }

    @Override
    public Optional<String> faultOf(String name, Path file) throws IOException {
        Instant now = clock.instant();
        OpenPgpKey own = keys.openPgp().current(now);
        try (InputStream in = Files.newInputStream(file)) {
            OpenResult<byte[]> openResult = new Opener(own.secret(), policy)
                    .open(
                            in,
                            OpenRequest.forDelivery(
                                    AcceptedSigner.always(own.certificateAt(now)),
                                    now,
                                    name,
                                    EnvelopeLimits.standard()),
                            InputStream::readAllBytes);
            if (openResult instanceof OpenResult.Refused<byte[]> refused) {
                return Optional.of(refused.operatorDetail());
            }
            return openResult instanceof OpenResult.Opened<byte[]> opened
                            && Arrays.equals(opened.value(), contentFor(name))
                    ? Optional.empty()
                    : Optional.of("it can be opened, but contains something else");
        }
    }

    @Override
    public String maker() {
        return keys.openPgp().current(clock.instant()).fingerprint().value();
    }

    private static byte[] contentFor(String name) {
        return ("This is " + name + ", written to check a drop. It may be removed.\n").getBytes(StandardCharsets.UTF_8);
    }
}
