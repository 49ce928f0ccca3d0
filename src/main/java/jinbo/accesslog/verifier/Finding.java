package jinbo.accesslog.verifier;

import java.util.List;
import java.util.Locale;

/** A fault that was found. Its facts are numbers and field names for the sentence, never content of entries. */
public record Finding(Fault fault, List<String> facts) {

    public Finding {
        facts = List.copyOf(facts);
    }

    static Finding of(Fault fault, Object... facts) {
        return new Finding(fault, List.of(facts).stream().map(String::valueOf).toList());
    }

    /** The sentence, in Chinese for a Chinese locale, in English for every other. */
    public String in(Locale language) {
        return VerifierMessages.in(language, "fault." + fault, facts.toArray());
    }
}
