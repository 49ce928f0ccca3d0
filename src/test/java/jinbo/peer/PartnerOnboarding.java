package jinbo.peer;

import static jinbo.peer.SystemClockExchange.CYCLE;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;
import jinbo.exchange.format.Manifest;
import jinbo.exchange.format.Receipt;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.CertificateReport;
import jinbo.exchange.openpgp.UnusableKeyException;

/** An insurer's part in the exchange with one program and one key, from the certificate to the first list. */
record PartnerOnboarding(SystemClockExchange exchange, PartnerEnvironment side, String outcome, Optional<String> list) {

    /** Goes through the whole cycle, as far as it goes. */
    static PartnerOnboarding begin(SystemClockExchange exchange, PartnerEnvironment side) {
        Optional<String> refused = refusal(exchange, side);
        if (refused.isPresent()) {
            return new PartnerOnboarding(exchange, side, "certificate refused: " + refused.get(), Optional.empty());
        }
        exchange.addInsurer(side.insurer(), side.certificate());
        String answered = answered(exchange, side);
        String list = exchange.publishes(side.insurer());
        return new PartnerOnboarding(
                exchange, side, answered.equals(CYCLE) ? published(exchange, side, list) : answered, Optional.of(list));
    }

    private static Optional<String> refusal(SystemClockExchange exchange, PartnerEnvironment side) {
        try {
            CertificateReport report = exchange.judges(side.certificate());
            return report.isGood()
                    ? Optional.empty()
                    : Optional.of(report.findings().stream()
                            .filter(finding -> finding.code().refuses())
                            .map(finding -> finding.code().toString())
                            .collect(Collectors.joining("; ")));
        } catch (UnusableKeyException e) {
            return Optional.of(e.error().toString());
        }
    }

    private static String answered(SystemClockExchange exchange, PartnerEnvironment side) {
        String name = exchange.uploadName(side.insurer(), 1);
        exchange.drops(side.insurer(), name, side.seals(name, exchange.upload(), ""));
        String taken = String.join(", ", exchange.collects(side.insurer()));
        if (!taken.equals(OpenPgpUsageVariants.ACCEPTED)) {
            return "upload " + taken;
        }
        String receipt = "receipt-" + name.replace(".csv", ".json.pgp");
        return side.opens(receipt, exchange.delivered(side.insurer(), receipt))
                .map(json -> isAccepted(json) ? CYCLE : "another receipt")
                .orElse("receipt not opened");
    }

    private static boolean isAccepted(byte[] json) {
        try {
            Receipt receipt = Receipt.read(new ByteArrayInputStream(json));
            return receipt.status() == ReceiptStatus.ACCEPTED && receipt.tally().accepted() == 1;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String published(SystemClockExchange exchange, PartnerEnvironment side, String list) {
        byte[] sealed = exchange.delivered(side.insurer(), list);
        String manifest = SystemClockExchange.manifestOf(list);
        Optional<byte[]> content = side.opens(list, sealed);
        Optional<byte[]> json = side.opens(manifest, exchange.delivered(side.insurer(), manifest));
        if (content.isEmpty() || json.isEmpty()) {
            return content.isEmpty() ? "list not opened" : "manifest not opened";
        }
        return isTheManifestOf(json.get(), sealed, content.get(), side) ? CYCLE : "the list is not the manifest's";
    }

    private static boolean isTheManifestOf(byte[] json, byte[] sealed, byte[] content, PartnerEnvironment side) {
        try {
            Manifest manifest = Manifest.read(new ByteArrayInputStream(json));
            Certificate certificate = side.certificate();
            return manifest.sha256().equals(sha256(sealed))
                    && manifest.contentSha256().equals(sha256(content))
                    && manifest.rows() > 0
                    && manifest.insurer().value().equals(side.insurer())
                    && manifest.encryptedTo()
                            .equals(Arrays.asList(certificate.fingerprint().value()));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
