package jinbo.consumer;

import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import jinbo.accesslog.Actor;
import jinbo.mobile.Mobile;
import jinbo.registry.ConsumerChoice;
import jinbo.registry.ConsumerChoices;
import jinbo.registry.WordRegistered;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Registers what the holder of a number says, once however often the form is sent, and gives it a reference. */
@Component
class RegisterWord {

    private final ConsumerChoices choices;
    private final GivenWords words;
    private final KeyedNumbers keyed;
    private final TransactionTemplate transaction;

    RegisterWord(
            ConsumerChoices choices, GivenWords words, KeyedNumbers keyed, PlatformTransactionManager transactions) {
        this.choices = choices;
        this.words = words;
        this.keyed = keyed;
        this.transaction = new TransactionTemplate(transactions);
    }

    GivenWord choose(Mobile mobile, ConsumerChoice choice, Optional<String> consent, UUID request) {
        if (!choice.isCancellation()) {
            requireConsent(consent);
        }
        Optional<GivenWord> before = words.byRequest(request, keyed.ever(mobile));
        return before.orElseGet(() -> registerOnce(mobile, choice, request));
    }

    /**
     * The same for something that allows it once.
     *
     * @param use uses it up, in the transaction that registers the choice; false if it was used before
     * @return empty if it was, or if the form was sent before
     */
    Optional<GivenWord> chooseBy(
            BooleanSupplier use, Mobile mobile, ConsumerChoice choice, Optional<String> consent, UUID request) {
        requireConsent(consent);
        try {
            return transaction.execute(status -> use.getAsBoolean()
                    ? Optional.of(register(mobile, choice, request, "the holder renews by the link of a reminder"))
                    : Optional.empty());
        } catch (DuplicateKeyException sentBefore) {
            return Optional.empty();
        }
    }

    private static void requireConsent(Optional<String> consent) {
        if (!consent.equals(Optional.of(ConsentText.VERSION))) {
            throw new ConsentMissingException();
        }
    }

    /** Where the form is sent twice at once, the database takes one of them, and the other gives the same answer. */
    private GivenWord registerOnce(Mobile mobile, ConsumerChoice choice, UUID request) {
        try {
            return transaction.execute(status -> register(mobile, choice, request, "the holder has said so"));
        } catch (DuplicateKeyException another) {
            return words.byRequest(request, keyed.ever(mobile)).orElseThrow(() -> another);
        }
    }

    private GivenWord register(Mobile mobile, ConsumerChoice choice, UUID request, String purpose) {
        WordRegistered registered = choices.choose(mobile, choice, Actor.consumer(), purpose);
        GivenWord word = new GivenWord(
                ActReference.draw(),
                registered.registeredAt(),
                choice.sectors(),
                choice.insurers(),
                registered.ban().map(ban -> new GivenWord.Ban(choice.term(), ban, ConsentText.VERSION)));
        words.add(request, keyed.today(mobile).toString(), word, registered);
        return word;
    }
}
