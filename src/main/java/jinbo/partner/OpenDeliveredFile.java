package jinbo.partner;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;
import jinbo.exchange.format.FormatException;
import jinbo.exchange.openpgp.AcceptedSigner;
import jinbo.exchange.openpgp.EnvelopeLimits;
import jinbo.exchange.openpgp.OpenRequest;
import jinbo.exchange.openpgp.OpenResult;
import jinbo.exchange.openpgp.Opener;
import jinbo.partner.VerificationResult.Genuine;

/** Opens a delivered file. The association must have signed it, for this insurer and under this name. */
record OpenDeliveredFile(Partner partner) {

    /** Reads a format from unverified content. */
    @FunctionalInterface
    interface FormatReader<T> {
        T read(InputStream clear) throws IOException, FormatException;
    }

    /** Reads rows from unverified content, and returns how many there are. */
    @FunctionalInterface
    interface RowReader<R> {
        long read(InputStream clear, Consumer<R> rows) throws IOException, FormatException;
    }

    /**
     * Reads the file twice, first to verify it, then for the rows: no row of a forged file is passed on, however many it
     * has.
     */
    <R> VerificationResult<Long> openRows(Path file, Instant receivedAt, RowReader<R> reader, Consumer<R> rows)
            throws IOException {
        VerificationResult<Long> verified = open(file, receivedAt, clear -> reader.read(clear, row -> {}));
        return verified instanceof Genuine<Long> ? open(file, receivedAt, clear -> reader.read(clear, rows)) : verified;
    }

    <T> VerificationResult<T> open(Path file, Instant receivedAt, FormatReader<T> reader) throws IOException {
        String name = file.getFileName().toString();
        try (InputStream sealed = Files.newInputStream(file)) {
            return open(sealed, name, receivedAt, reader);
        } catch (NoSuchFileException e) {
            return DeliveryFault.MISSING.found(name + " is not there; fetch it, or ask for it");
        }
    }

    <T> VerificationResult<T> open(InputStream sealed, String name, Instant receivedAt, FormatReader<T> reader)
            throws IOException {
        OpenRequest request = OpenRequest.forDelivery(
                AcceptedSigner.always(partner.keys().association()), receivedAt, name, EnvelopeLimits.standard());
        try {
            OpenResult<T> openResult = new Opener(partner.keys().secret(), partner.policy())
                    .open(sealed, request, clear -> read(clear, reader));
            return toVerificationResult(name, openResult);
        } catch (FormatMismatchException e) {
            return DeliveryFault.MALFORMED.found(name + ": " + e.getMessage() + "; tell the association");
        }
    }

    private static <T> VerificationResult<T> toVerificationResult(String name, OpenResult<T> openResult) {
        if (openResult instanceof OpenResult.Opened<T> opened) {
            return new Genuine<>(opened.value(), opened.signedAt());
        }
        String found = ((OpenResult.Refused<T>) openResult).operatorDetail();
        return DeliveryFault.FORGED.found(name + " is not what the association sealed for us under this name: " + found
                + ". Do not use it; fetch it again, and tell the association if it stays so");
    }

    private static <T> T read(InputStream clear, FormatReader<T> reader) throws IOException {
        try {
            return reader.read(clear);
        } catch (FormatException e) {
            throw new FormatMismatchException(e);
        }
    }

    /** Carries the exception of a reader through the opener, which rethrows it only if the envelope is valid. */
    private static final class FormatMismatchException extends RuntimeException {

        FormatMismatchException(FormatException cause) {
            super(cause.getMessage(), cause);
        }
    }
}
