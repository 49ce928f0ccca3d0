package jinbo.partner;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import jinbo.reference.phone.PhoneDigits;

/** The result of the verification of a delivered file. */
public sealed interface VerificationResult<T> {

    default Optional<T> ifGenuine() {
        return this instanceof Genuine<T> genuine ? Optional.of(genuine.value()) : Optional.empty();
    }

    default Optional<NotGenuine<T>> ifNotGenuine() {
        return this instanceof NotGenuine<T> wrong ? Optional.of(wrong) : Optional.empty();
    }

    /** Replaces the value of a genuine result; a fault stays as it is. */
    default <U> VerificationResult<U> map(Function<T, U> change) {
        return this instanceof Genuine<T> genuine
                ? new Genuine<>(change.apply(genuine.value()), genuine.signedAt())
                : ((NotGenuine<T>) this).as();
    }

    /** @param signedAt the time of the signature by the association's clock */
    record Genuine<T>(T value, Instant signedAt) implements VerificationResult<T> {

        /** Omits the value, because it must not appear in logs. */
        @Override
        public String toString() {
            return "Genuine[signedAt=" + signedAt + "]";
        }
    }

    /** {@code detail} tells people the problem and the remedy, without content of the file. */
    record NotGenuine<T>(DeliveryFault fault, String detail) implements VerificationResult<T> {

        /** Masks possible phone numbers, because details contain file names and appear in logs. */
        public NotGenuine {
            detail = PhoneDigits.masked(detail);
        }

        <U> NotGenuine<U> as() {
            return new NotGenuine<>(fault, detail);
        }
    }
}
