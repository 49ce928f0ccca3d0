package jinbo.batch.keyrollover;

import java.util.Optional;
import jinbo.exchange.keys.CertificateAnnouncements.CertificateAnnouncement;
import jinbo.exchange.keys.OpenPgpKey;
import jinbo.exchange.openpgp.Certificate;

/**
 * A certificate of our own that an insurer has to get and that does not lie on its drop yet.
 *
 * @param begun what was sealed of it before, if anything was
 */
public record DueAnnouncement(OpenPgpKey key, Certificate certificate, Optional<CertificateAnnouncement> begun) {}
