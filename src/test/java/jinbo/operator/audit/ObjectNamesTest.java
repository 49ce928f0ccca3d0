package jinbo.operator.audit;

import static org.assertj.core.api.Assertions.assertThat;

import jinbo.operator.audit.AuditHandlers.ObjectNames;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectNamesTest {

    @ParameterizedTest
    @CsvSource({
        "complaints-YUNHE-20261124-001.csv.pgp,          complaints-YUNHE-20261124-001.csv.pgp",
        "complaints-YUNHE-20261124-001,                  complaints-YUNHE-20261124-001.csv.pgp",
        "receipt-complaints-YUNHE-20261124-001.json.pgp, complaints-YUNHE-20261124-001.csv.pgp",
        "receipt-complaints-YUNHE-20261124-001.2.json,   complaints-YUNHE-20261124-001.csv.pgp",
        "outcome-complaints-YUNHE-20261124-001.csv,      complaints-YUNHE-20261124-001.csv.pgp",
        "receipt-invalid-0123456789abcdef.json.pgp,      invalid-0123456789abcdef",
        "blocklist-YUNHE-00000007-full.csv,              blocklist-YUNHE-00000007-full.csv.pgp",
        "blocklist-YUNHE-00000007.manifest.json.pgp,     blocklist-YUNHE-00000007-full.csv.pgp",
        "blocklist-YUNHE-00000007.manifest.json.pgp,     blocklist-YUNHE-00000007-delta.csv.pgp",
        "/srv/files/blocklist-YUNHE-00000007-full.csv.pgp, blocklist-YUNHE-00000007-full.csv.pgp",
        "registry,                                       registry"
    })
    void leadToTheNameInTheLog(String inHand, String inTheLog) {
        assertThat(ObjectNames.of(inHand)).contains(inTheLog);
    }
}
