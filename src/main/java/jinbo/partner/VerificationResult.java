package jinbo.partner;

import java.time.Instant;
import java.util.Optional;
import jinbo.reference.phone.PhoneDigits;

/** What came of checking a delivered file. */
public sealed interface VerificationResult<T> {

    default Optional<T> ifGenuine() {
        return this instanceof Genuine<T> genuine ? Optional.of(genuine.value()) : Optional.empty();
    }

    default Optional<NotGenuine<T>> ifNotGenuine() {
        return this instanceof NotGenuine<T> wrong ? Optional.of(wrong) : Optional.empty();
    }

    /**
     * The association signed it, for us and under this name, and it says what it must.
     *
     * @param signedAt when, by the association's clock
     */
    record Genuine<T>(T value, Instant signedAt) implements VerificationResult<T> {

        /** Leaves the value out: it is clear content, and a log line is soon written. */
        @Override
        public String toString() {
            return "Genuine[signedAt=" + signedAt + "]";
        }
    }

    /**
     * It must not be used.
     *
     * @param detail what exactly was found and what to do, for people; without content of the file
     */
    record NotGenuine<T>(DeliveryFault fault, String detail) implements VerificationResult<T> {

        /** Masks what could be a telephone number: a file on the drop may have any name, and details get into logs. */
        public NotGenuine {
            detail = PhoneDigits.masked(detail);
        }

        /** The same as the answer to another question. */
        <U> NotGenuine<U> as() {
            return new NotGenuine<>(fault, detail);
        }
    }
}
