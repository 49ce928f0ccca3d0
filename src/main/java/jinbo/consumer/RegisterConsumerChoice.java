package jinbo.consumer;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import jinbo.accesslog.Actor;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.platform.faultpoint.FaultPointListener;
import jinbo.reference.phone.Mobile;
import jinbo.registry.ConsumerChoice;
import jinbo.registry.ConsumerChoices;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Registers what the holder of a number says, once however often the form is sent, and gives it a reference. */
@Component
record RegisterConsumerChoice(
        ConsumerChoices choices,
        ConsumerRegistrations registrations,
        NumberHashes keyed,
        FaultPointListener faultPointListener,
        Clock clock,
        TransactionTemplate transaction) {

    /** An upload may hold the registry for long; somebody at a telephone does not wait for that. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final Duration A_DAY = Duration.ofDays(1);

    /** Far more than anybody changes their mind, and few enough that nobody fills the registry. */
    static final int MOST_IN_A_DAY = 10;

    ConsumerRegistration choose(Mobile mobile, ConsumerChoice choice, Optional<String> consent, UUID request) {
        if (!choice.isCancellation()) {
            requireConsent(consent);
        }
        String purpose = choice.isCancellation()
                ? "the holder cancels"
                : "the holder chooses, with consent to the wording " + ConsentText.VERSION;
        return patiently(() -> once(mobile, choice, request, purpose));
    }

    /**
     * The same for something that allows it once.
     *
     * @param renewedEnd the first day after the choice that it renews
     * @param use uses it up, in the transaction that registers the choice; false if it was used before
     * @return empty if it was, or if the number has sent the form before
     */
    Optional<ConsumerRegistration> chooseIf(
            BooleanSupplier use,
            Mobile mobile,
            ConsumerChoice choice,
            LocalDate renewedEnd,
            Optional<String> consent,
            UUID request) {
        requireConsent(consent);
        String purpose =
                "the holder renews by the link of a reminder, with consent to the wording " + ConsentText.VERSION;
        return patiently(() -> {
            registrations.lock(keyed.today(mobile).toString(), PATIENCE);
            return registrations.byRequest(request, keyed.allHashes(mobile)).isEmpty() && use.getAsBoolean()
                    ? Optional.of(register(mobile, choice, Optional.of(renewedEnd), request, purpose))
                    : Optional.empty();
        });
    }

    private static void requireConsent(Optional<String> consent) {
        if (!consent.equals(Optional.of(ConsentText.VERSION))) {
            throw new ConsentMissingException();
        }
    }

    private <T> T patiently(Supplier<T> work) {
        try {
            T said = transaction.execute(status -> work.get());
            registrations.flush();
            faultPointListener.reached(FaultPoint.REGISTRATION_COMMITTED);
            return said;
        } catch (UncategorizedSQLException | TransientDataAccessException failed) {
            throw isWaitedForTooLong(failed)
                    ? new ConsumerServiceUnavailableException("the registry lock was not available in time")
                    : failed;
        }
    }

    /** One after another for a number, so that what is sent twice at once is registered once and announced once. */
    private ConsumerRegistration once(Mobile mobile, ConsumerChoice choice, UUID request, String purpose) {
        registrations.lock(keyed.today(mobile).toString(), PATIENCE);
        List<String> subjects = keyed.allHashes(mobile);
        Optional<ConsumerRegistration> before = registrations.byRequest(request, subjects);
        if (before.isPresent()) {
            return before.get();
        }
        if (registrations.since(clock.instant().minus(A_DAY), subjects) >= MOST_IN_A_DAY) {
            throw new TooManyRegistrationsException();
        }
        return register(mobile, choice, Optional.empty(), request, purpose);
    }

    private ConsumerRegistration register(
            Mobile mobile, ConsumerChoice choice, Optional<LocalDate> renewedEnd, UUID request, String purpose) {
        ConsumerChoices.Result registered = choices.choose(mobile, choice, renewedEnd, Actor.consumer(), purpose);
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

    private static boolean isWaitedForTooLong(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && LOCK_NOT_AVAILABLE.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
