package jinbo.cases;

import java.util.List;

/**
 * A file that asked an insurer about cases of one consumer, and so handed over that consumer's number.
 *
 * @param file the file
 * @param cases those of that consumer that it asks about
 */
public record CaseFileDisclosure(CaseFile file, List<CaseNumber> cases) {

    /** Copies what it is given. */
    public CaseFileDisclosure {
        cases = List.copyOf(cases);
    }
}
