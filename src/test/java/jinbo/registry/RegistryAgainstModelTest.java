package jinbo.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import jinbo.exchange.Term;
import jinbo.exchange.UploadScope;
import jinbo.insurer.Insurer;
import jinbo.insurer.Sector;
import jinbo.reconciliation.Check;
import jinbo.registry.TestRegistry.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random uploads into the real registry and into {@link PlainModel}; after each, every insurer's list must be the same. */
class RegistryAgainstModelTest {

    private static final int BATCHES = 60;
    private static final int NUMBERS = 25;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {20120921, 40, 30111})
    void everyInsurersListIsTheModelsAfterEveryUpload(long seed) {
        Random random = new Random(seed);
        PlainModel model = new PlainModel();
        List<Insurer> insurers = new ArrayList<>();
        try (TestRegistry registry = new TestRegistry()) {
            LocalDate today = LocalDate.of(2012, 9, 21);
            for (int batch = 0; batch < BATCHES; batch++) {
                if (insurers.size() < 3 || (insurers.size() < 8 && random.nextInt(8) == 0)) {
                    join(registry, model, insurers, random);
                }
                today = today.plusDays(random.nextInt(45));
                Insurer uploader = insurers.get(random.nextInt(insurers.size()));
                // an upload that was pending, because a year was not loaded, is merged after later ones
                LocalDate registeredOn = random.nextInt(6) == 0 ? today.minusDays(20) : today;
                LocalDate effectiveOn = registeredOn.plusDays(1 + random.nextInt(17));
                List<Row> rows = rows(random);
                registry.merge(uploader, registeredOn, effectiveOn, rows);
                rows.forEach(row -> tell(model, uploader, row, registeredOn, effectiveOn));

                for (Insurer insurer : insurers) {
                    assertThat(registry.list(insurer, today.toString()))
                            .as("%s after batch %d, seed %d", insurer.code(), batch, seed)
                            .isEqualTo(model.list(insurer.code().value(), today));
                }
            }
            assertThat(registry.verify()).allMatch(Check::holds);
        }
    }

    private static void join(TestRegistry registry, PlainModel model, List<Insurer> insurers, Random random) {
        Sector sector = random.nextInt(3) == 0 ? Sector.PROPERTY : Sector.LIFE;
        String code = "INS" + insurers.size();
        insurers.add(registry.join(code, sector));
        model.join(code, sector.name());
    }

    private static List<Row> rows(Random random) {
        List<Row> rows = new ArrayList<>();
        int count = random.nextInt(12);
        for (int i = 0; i < count; i++) {
            rows.add(new Row(
                    13810001000L + random.nextInt(NUMBERS),
                    random.nextBoolean() ? UploadScope.ALL : UploadScope.SELF,
                    Term.values()[random.nextInt(3)]));
        }
        return rows;
    }

    private static void tell(PlainModel model, Insurer uploader, Row row, LocalDate registeredOn, LocalDate from) {
        LocalDate until = switch (row.term()) {
            case SIX_MONTHS -> monthsAfter(from, 6);
            case ONE_YEAR -> monthsAfter(from, 12);
            case TWO_YEARS -> monthsAfter(from, 24);
        };
        String code = uploader.code().value();
        if (row.scope() == UploadScope.ALL) {
            model.complaintForAll(code, row.mobile(), from, until, registeredOn);
        } else {
            model.complaintForItself(code, row.mobile(), from, until, registeredOn);
        }
    }

    /** Where the month lacks the day, the first of the next. */
    private static LocalDate monthsAfter(LocalDate from, int months) {
        LocalDate end = from.plusMonths(months);
        return end.getDayOfMonth() == from.getDayOfMonth() ? end : end.plusDays(1);
    }
}
