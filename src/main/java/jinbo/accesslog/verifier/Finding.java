package jinbo.accesslog.verifier;

import java.util.List;
import java.util.Locale;

/**
 * One fault, with what is known about it.
 *
 * @param facts numbers and names of fields for its sentence; never what an entry says
 */
public record Finding(Fault fault, List<String> facts) {

    public Finding {
        facts = List.copyOf(facts);
    }

    static Finding of(Fault fault, Object... facts) {
        return new Finding(fault, List.of(facts).stream().map(String::valueOf).toList());
    }

    /** The fault in words: Chinese for a Chinese locale, English for every other. */
    public String in(Locale language) {
        return VerifierMessages.in(language, "fault." + fault, facts.toArray());
    }
}
