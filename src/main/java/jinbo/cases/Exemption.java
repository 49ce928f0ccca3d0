package jinbo.cases;

import java.time.LocalDate;

/**
 * An insurer's claim that a call was allowed, because it served the insurer's own customer (rule 7 of {@code
 * docs/rules.md}).
 *
 * @param evidenceReference by which the insurer finds its proof, 1 to 40 characters
 */
public record Exemption(
        LocalDate policyFrom,
        LocalDate policyUntil,
        boolean soldByTelephone,
        boolean serviceCall,
        String evidenceReference) {

    public Exemption {
        if (policyUntil.isBefore(policyFrom)) {
            throw new IllegalArgumentException(
                    "A policy cannot end on " + policyUntil + ", before it begins on " + policyFrom);
        }
        if (evidenceReference.isBlank()) {
            throw new IllegalArgumentException("A claim of an exemption must refer to its proof");
        }
    }

    public boolean holds(LocalDate day) {
        return soldByTelephone && serviceCall && !day.isBefore(policyFrom) && !day.isAfter(policyUntil);
    }
}
