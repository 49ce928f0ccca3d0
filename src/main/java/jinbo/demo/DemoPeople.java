package jinbo.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.accesslog.Actor;
import jinbo.participant.staff.ConsolePasswords;
import jinbo.participant.staff.PersonName;
import jinbo.participant.staff.Persons;
import jinbo.participant.staff.Role;
import jinbo.platform.files.OwnerOnlyFile;
import jinbo.platform.files.OwnerOnlyPermissions;
import jinbo.platform.home.Home;
import jinbo.platform.ssh.SshKeyFile;
import jinbo.platform.ssh.SshPublicKey;
import jinbo.reference.calendar.BusinessTime;
import org.springframework.context.ApplicationContext;

/**
 * The people who can sign in to a demo that stays. Their keys and passwords are generated for each home and stored in
 * it.
 */
record DemoPeople(Home home) {

    static final String OPERATOR = "sun";

    private static final List<Member> MEMBERS = List.of(
            new Member("zhao", "赵敏 Zhao Min", Role.KEY_OFFICER),
            new Member("qian", "钱进 Qian Jin", Role.KEY_OFFICER),
            new Member(OPERATOR, "孙岩 Sun Yan", Role.OPERATOR),
            new Member("li", "李娜 Li Na", Role.OPERATOR),
            new Member("zhou", "周正 Zhou Zheng", Role.AUDITOR));

    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int GROUP = 4;
    private static final int GROUPS = 4;

    record Member(String name, String fullName, Role role) {}

    record SignIn(String name, String fullName, Role role, String password) {}

    void join(ApplicationContext program, Instant now) throws IOException {
        OwnerOnlyPermissions.createFolder(folder());
        Persons persons = program.getBean(Persons.class);
        SecureRandom random = new SecureRandom();
        for (Member member : MEMBERS) {
            PersonName name = new PersonName(member.name());
            SshPublicKey key =
                    new SshPublicKey(new SshKeyFile(key(member)).generate().getPublic());
            persons.add(
                    new Persons.NewPerson(name, member.fullName(), member.role(), key),
                    persons.count(),
                    Actor.commandLine(),
                    now);
            persons.agree(name, BusinessTime.dateOf(now).minusMonths(1), Actor.commandLine(), now);
            String password = password(random);
            program.getBean(ConsolePasswords.class).set(name, password);
            password(member).write(password + "\n");
        }
    }

    List<SignIn> signIns() {
        return MEMBERS.stream()
                .map(member -> {
                    try {
                        return new SignIn(
                                member.name(),
                                member.fullName(),
                                member.role(),
                                password(member).readLine());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }

    private static String password(SecureRandom random) {
        return Stream.generate(() -> random.ints(GROUP, 0, LETTERS.length())
                        .mapToObj(letter -> LETTERS.substring(letter, letter + 1))
                        .collect(Collectors.joining()))
                .limit(GROUPS)
                .collect(Collectors.joining("-"));
    }

    private Path folder() {
        return home.root().resolve("people");
    }

    private Path key(Member member) {
        return folder().resolve(member.name());
    }

    private OwnerOnlyFile password(Member member) {
        return new OwnerOnlyFile(folder().resolve(member.name() + ".password"));
    }
}
