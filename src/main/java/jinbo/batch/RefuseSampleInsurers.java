package jinbo.batch;

import jinbo.exchange.keys.SampleKeyException;
import jinbo.exchange.keys.SampleKeys;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.Fingerprint;
import jinbo.participant.insurer.DropLocation;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCertificate;
import jinbo.participant.insurer.InsurerCertificates;
import jinbo.participant.insurer.Insurers;
import jinbo.platform.ssh.SshPublicKey;
import org.springframework.stereotype.Component;

/**
 * Looks for sample keys among those of insurers that are registered already, as in a home that a demo has made and somebody goes
 * on with: everybody could send uploads in their name.
 */
@Component
public class RefuseSampleInsurers {

    private final Insurers insurers;
    private final InsurerCertificates certificates;
    private final SampleKeys samples;

    RefuseSampleInsurers(Insurers insurers, InsurerCertificates certificates, SampleKeys samples) {
        this.insurers = insurers;
        this.certificates = certificates;
        this.samples = samples;
    }

    /**
     * Lets none count.
     *
     * @throws SampleKeyException that names the first, whose it is and what to type
     */
    public void require() {
        for (Insurer insurer : insurers.all()) {
            if (insurer.departure().isEmpty()) {
                certificates.of(insurer.code()).forEach(this::refuse);
                refuse(insurer);
            }
        }
    }

    private void refuse(InsurerCertificate certificate) {
        if (!certificate.acceptance().isCompromised()) {
            samples.refuse(
                    Certificate.parse(certificate.encoded()).allKeys().stream()
                            .map(Fingerprint::value)
                            .toList(),
                    "it counts as a certificate of " + certificate.insurer() + "; end that with: key revoke "
                            + certificate.insurer() + " " + certificate.fingerprint()
                            + " --compromised --reason TEXT. Where a demo has made all that is here, begin with another"
                            + " --home");
        }
    }

    private void refuse(Insurer insurer) {
        if (insurer.drop() instanceof DropLocation.Remote remote) {
            samples.refuse(
                    remote.hostKeys(),
                    "the server of " + insurer.code() + " may show it; pin the host key of its own with: insurer pin "
                            + insurer.code() + " SHA256:... --only");
        }
        if (insurer.drop() instanceof DropLocation.Embedded embedded) {
            samples.refuse(
                    embedded.authorizedKeys().stream()
                            .map(line -> SshPublicKey.parse(line).fingerprint())
                            .toList(),
                    insurer.code()
                            + " logs in with it, and nothing takes a login key away; let it leave with: insurer leave "
                            + insurer.code()
                            + " --on DATE --reason TEXT. Where a demo has made all that is here, begin with another"
                            + " --home");
        }
    }
}
