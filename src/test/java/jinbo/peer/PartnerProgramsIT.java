package jinbo.peer;

import static jinbo.peer.SystemClockExchange.CYCLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.SecretKeys;
import jinbo.testing.PartnerTable;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Insurers with the programs that the page of partners tells of go through the exchange, by the commands of that page. */
@Tag("interop")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PartnerProgramsIT {

    private static final String REFUSED = "refused";
    private static final String OPENED = "opened";
    private static final String OTHER = "BEIDOU";
    private static final String NO_USER_ID = "cannot: no valid user IDs";

    @TempDir
    static Path folder;

    private final Map<PartnerProgram, PartnerOnboarding> members = new EnumMap<>(PartnerProgram.class);
    private final List<PartnerEnvironment> sides = new ArrayList<>();
    private SystemClockExchange usual;
    private Optional<SystemClockExchange> withRsa = Optional.empty();

    @BeforeAll
    void start() {
        usual = SystemClockExchange.withKeysOfItsOwn(folder.resolve("usual"));
    }

    @AfterAll
    void end() {
        sides.forEach(PartnerEnvironment::close);
        usual.close();
        withRsa.ifPresent(SystemClockExchange::close);
    }

    @ParameterizedTest
    @EnumSource
    void theWholeCycleGoesAsThePageTells(PartnerProgram program) {
        String key = program == PartnerProgram.GNUPG_1 ? ", the association having an RSA key" : "";
        PartnerTable.row(
                program + ": the whole cycle by the commands above" + key,
                CYCLE,
                member(program).outcome());
    }

    @Test
    void gnuPg1KnowsNoKeyLikeTheUsualOneOfTheAssociation() {
        PartnerEnvironment side = side(PartnerProgram.GNUPG_1.required(), "OLDGPG", usual);

        boolean noUserId = side.trustAssociation().err().contains("no valid user IDs");

        PartnerTable.row(
                "GnuPG 1.4: imports the association's usual certificate", NO_USER_ID, noUserId ? NO_USER_ID : "taken");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotTheListOfTheAssociationIsNotOpened(PartnerProgram program) {
        PartnerOnboarding member = member(program);
        PartnerEnvironment side = member.side();
        String list = member.list().orElseThrow();
        byte[] sealed = member.exchange().delivered(side.insurer(), list);
        byte[] content = side.opens(list, sealed).orElseThrow();

        opens(side, "a list in which one byte was changed", REFUSED, list, ForgedLists.changed(sealed));
        opens(side, "a list that nobody has signed", REFUSED, list, ForgedLists.unsigned(side.certificate(), content));
        SecretKeys other = TestExchange.sampleOf("CHANGQING");
        side.trusts(other.certificate());
        opens(
                side,
                "a list signed by somebody else, whose certificate it has imported",
                REFUSED,
                list,
                ForgedLists.signed(other, side.certificate(), list, content));
    }

    @ParameterizedTest
    @EnumSource
    void whatTheAssociationHasSignedAndIsNotThisListIsNotOpened(PartnerProgram program) {
        PartnerOnboarding member = member(program);
        PartnerEnvironment side = member.side();
        String expected = program == PartnerProgram.RNP ? "opened: compare the manifest" : REFUSED;
        byte[] before =
                member.exchange().delivered(side.insurer(), member.list().orElseThrow());
        String newest = member.exchange().publishes(side.insurer());
        byte[] others = member.exchange().newestList(OTHER);

        opens(side, "the previous list under the name of the newest", expected, newest, before);
        opens(
                side,
                "another insurer's list, which that insurer has encrypted for this one",
                expected,
                newest,
                ForgedLists.passedOn(others, TestExchange.KEYS.resolve(OTHER + ".secret.asc"), side.certificate()));
    }

    /** Why the page has more than one command for it. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OPENPGP_JS")
    void theFirstCommandAloneIsNotEnough(PartnerProgram program) {
        PartnerOnboarding member = member(program);
        PartnerEnvironment side = member.side();
        Certificate certificate = side.certificate();
        String list = member.list().orElseThrow();
        byte[] content = side.opens(list, member.exchange().delivered(side.insurer(), list))
                .orElseThrow();
        byte[] others = member.exchange().newestList(OTHER);
        byte[] passedOn = ForgedLists.passedOn(others, TestExchange.KEYS.resolve(OTHER + ".secret.asc"), certificate);
        String careful = program == PartnerProgram.SEQUOIA ? REFUSED : OPENED;

        careless(side, "opens a list that nobody has signed", careful, ForgedLists.unsigned(certificate, content));
        careless(side, "opens another insurer's list, which that insurer has encrypted for this one", OPENED, passedOn);
        if (program != PartnerProgram.SEQUOIA) {
            careless(
                    side,
                    "opens integrity protection of version 2",
                    REFUSED,
                    ForgedLists.unsignedInVersionTwo(certificate, content));
        }
    }

    @ParameterizedTest
    @MethodSource("jinbo.peer.OpenPgpUsageVariants#keys")
    void aKeyOfThisKind(OpenPgpUsageVariants.Key key) {
        PartnerEnvironment side = side(key.program().required(), "KEY" + sides.size(), usual);
        side.generateKey(key.commands());
        assertThat(side.trustAssociation().exit()).isZero();

        PartnerTable.row(
                key.program() + ": with a key of " + key.name(),
                key.expected(),
                PartnerOnboarding.begin(usual, side).outcome());
    }

    @ParameterizedTest
    @EnumSource
    void sealsInItsOtherWays(PartnerProgram program) {
        PartnerOnboarding member = member(program);
        String insurer = member.side().insurer();
        List<OpenPgpUsageVariants.Sealing> openPgpUsageVariants = OpenPgpUsageVariants.sealings().stream()
                .filter(habit -> habit.program() == program)
                .toList();
        for (int i = 0; i < openPgpUsageVariants.size(); i++) {
            String name = member.exchange().uploadName(insurer, 101 + i);
            byte[] sealed = member.side()
                    .seals(
                            name,
                            member.exchange().upload(),
                            openPgpUsageVariants.get(i).functions());
            member.exchange().drops(insurer, name, sealed);
        }

        List<String> became = member.exchange().collects(insurer);

        for (int i = 0; i < openPgpUsageVariants.size(); i++) {
            PartnerTable.row(
                    program + ": seals with " + openPgpUsageVariants.get(i).options(),
                    openPgpUsageVariants.get(i).expected(),
                    became.get(i));
        }
    }

    private static void opens(PartnerEnvironment side, String what, String expected, String name, byte[] sealed) {
        String seen = side.opens(name, sealed).isEmpty() ? REFUSED : expected.startsWith(OPENED) ? expected : OPENED;
        PartnerTable.row(side.program() + ": opens " + what, expected, seen);
    }

    private static void careless(PartnerEnvironment side, String what, String expected, byte[] sealed) {
        PartnerTable.row(
                side.program() + ": the decrypting command alone " + what,
                expected,
                side.openWithoutVerifying("list.pgp", sealed).isEmpty() ? REFUSED : OPENED);
    }

    /** An insurer with this program that has gone through the whole cycle by the commands of the page. */
    private PartnerOnboarding member(PartnerProgram program) {
        return members.computeIfAbsent(program.required(), missing -> {
            SystemClockExchange exchange = program == PartnerProgram.GNUPG_1 ? withRsa() : usual;
            return PartnerOnboarding.begin(
                    exchange,
                    side(program, "PAGE" + program.ordinal(), exchange).setUp());
        });
    }

    private SystemClockExchange withRsa() {
        PartnerEnvironment association = side(PartnerProgram.GNUPG_1, "RSA", usual);
        association.generateKey(PartnerProgram.GNUPG_1.commands("make a key"));
        withRsa = Optional.of(SystemClockExchange.withKey(
                folder.resolve("rsa"), association.types("gpg1 --armor --export-secret-keys \"$me\"")));
        return withRsa.get();
    }

    private PartnerEnvironment side(PartnerProgram program, String insurer, SystemClockExchange exchange) {
        PartnerEnvironment side = new PartnerEnvironment(program, insurer, folder, exchange.association());
        sides.add(side);
        return side;
    }
}
