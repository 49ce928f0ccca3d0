package jinbo.consumer;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import jinbo.accesslog.Actor;
import jinbo.consumer.ConsumerRegistrations.StoredRegistration;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.platform.faultpoint.FaultPointListener;
import jinbo.reference.phone.Mobile;
import jinbo.registry.ConsumerChoice;
import jinbo.registry.ConsumerChoices;
import jinbo.registry.ConsumerChoices.SupersededException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Registers choices, cancellations and renewals of holders; a form that is sent twice is registered once. */
@Component
record RegisterConsumerChoice(
        ConsumerChoices choices,
        ConsumerRegistrations registrations,
        NumberHashes keyed,
        FaultPointListener faultPointListener,
        Clock clock,
        TransactionTemplate transaction) {

    /** The longest wait for the registry lock, which an upload may hold. */
    private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(2);

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final Duration A_DAY = Duration.ofDays(1);

    static final int MOST_IN_A_DAY = 10;

    ConsumerRegistration choose(Mobile mobile, ConsumerChoice choice, Optional<String> consent, UUID request) {
        if (!choice.isCancellation()) {
            requireConsent(consent);
        }
        String purpose = choice.isCancellation()
                ? "the holder cancels"
                : "the holder chooses, with consent to the wording " + ConsentText.VERSION;
        return inTransaction(() -> registerOnce(mobile, choice, Optional.empty(), request, purpose));
    }

    /** Registers a renewal of a choice, which has a block; empty if it is not the latest registration any more. */
    Optional<ConsumerRegistration> renew(
            Mobile mobile, StoredRegistration renewed, Optional<String> consent, UUID request) {
        requireConsent(consent);
        String purpose = "the holder renews, with consent to the wording " + ConsentText.VERSION;
        return ifLatest(
                () -> Optional.of(registerOnce(mobile, renewed.choice(), Optional.of(renewed), request, purpose)));
    }

    /**
     * Registers a renewal by a reminder's link; empty if the link or the form was used before, or if the choice is not
     * the latest registration any more.
     *
     * @param use marks the link as used in the same transaction
     */
    Optional<ConsumerRegistration> chooseIf(
            BooleanSupplier use, Mobile mobile, StoredRegistration renewed, Optional<String> consent, UUID request) {
        requireConsent(consent);
        String purpose =
                "the holder renews by the link of a reminder, with consent to the wording " + ConsentText.VERSION;
        return ifLatest(() -> {
            registrations.lock(keyed.today(mobile).toString(), LOCK_TIMEOUT);
            return registrations.findByRequest(request, keyed.allHashes(mobile)).isEmpty() && use.getAsBoolean()
                    ? Optional.of(register(mobile, renewed.choice(), Optional.of(renewed), request, purpose))
                    : Optional.empty();
        });
    }

    private Optional<ConsumerRegistration> ifLatest(Supplier<Optional<ConsumerRegistration>> renewal) {
        try {
            return inTransaction(renewal);
        } catch (SupersededException overtaken) {
            return Optional.empty();
        }
    }

    private static void requireConsent(Optional<String> consent) {
        if (!consent.equals(Optional.of(ConsentText.VERSION))) {
            throw new ConsentMissingException();
        }
    }

    private <T> T inTransaction(Supplier<T> work) {
        try {
            T result = transaction.execute(status -> work.get());
            registrations.flush();
            faultPointListener.reached(FaultPoint.REGISTRATION_COMMITTED);
            return result;
        } catch (UncategorizedSQLException | TransientDataAccessException failed) {
            throw failed.getMostSpecificCause() instanceof SQLException sql
                            && LOCK_NOT_AVAILABLE.equals(sql.getSQLState())
                    ? new ConsumerServiceUnavailableException("the registry lock was not available in time")
                    : failed;
        }
    }

    private ConsumerRegistration registerOnce(
            Mobile mobile, ConsumerChoice choice, Optional<StoredRegistration> renewed, UUID request, String purpose) {
        registrations.lock(keyed.today(mobile).toString(), LOCK_TIMEOUT);
        List<String> subjects = keyed.allHashes(mobile);
        Optional<ConsumerRegistration> before = registrations.findByRequest(request, subjects);
        if (before.isPresent()) {
            return before.get();
        }
        if (registrations.countAfter(clock.instant().minus(A_DAY), subjects) >= MOST_IN_A_DAY) {
            throw new TooManyRegistrationsException();
        }
        return register(mobile, choice, renewed, request, purpose);
    }

    private ConsumerRegistration register(
            Mobile mobile, ConsumerChoice choice, Optional<StoredRegistration> renewed, UUID request, String purpose) {
        ConsumerChoices.Result registered = renewed.map(stored ->
                        choices.renew(mobile, choice, stored.revision(), stored.end(), Actor.consumer(), purpose))
                .orElseGet(() -> choices.choose(mobile, choice, Actor.consumer(), purpose));
        ConsumerRegistration registration = new ConsumerRegistration(
                RegistrationReference.draw(),
                registered.registeredAt(),
                choice.lines(),
                choice.insurers(),
                registered
                        .block()
                        .map(block -> new ConsumerRegistration.Block(choice.term(), block, ConsentText.VERSION)));
        registrations.add(request, keyed.today(mobile).toString(), registration, registered);
        faultPointListener.reached(FaultPoint.REGISTRATION_WRITTEN);
        return registration;
    }
}
