package jinbo.operator.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import jinbo.exchange.keys.KeysError;
import jinbo.exchange.keys.SampleKeys;
import jinbo.participant.staff.Duty;
import jinbo.participant.staff.PersonName;
import jinbo.participant.staff.Persons;
import jinbo.participant.staff.Role;
import jinbo.platform.ssh.SshPublicKey;
import jinbo.reference.phone.PhoneDigits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code person add}: somebody acts from now on, and proves who it is by an SSH key. */
@Command(name = "add")
final class AddPerson implements RequiresSecondPerson {

    @Parameters(paramLabel = "PERSON", descriptionKey = "PERSON")
    private PersonName name = new PersonName("nobody");

    @Option(names = "--full-name", paramLabel = "TEXT", required = true)
    private String fullName = "";

    @Option(names = "--role", paramLabel = "ROLE", required = true)
    private Role role = Role.AUDITOR;

    @Option(names = "--ssh-key", paramLabel = "PUBLICKEYFILE", required = true)
    private Path sshKey = Path.of("");

    @Mixin
    private ReasonOption why = new ReasonOption();

    @Override
    public void check() {
        if (fullName.isBlank() || PhoneDigits.mayContainNumber(fullName)) {
            throw new UsageException("wrong.full-name");
        }
    }

    @Override
    public Duty duty() {
        return Duty.ADMIT_PEOPLE;
    }

    @Override
    public Outline outline(Installation installation) throws IOException {
        Persons.NewPerson person = read(installation);
        installation.get(Persons.class).check(person, installation.standing().people());
        return Outline.of(
                "person-add", name, person.fullName(), role, person.key().fingerprint());
    }

    @Override
    public Answer answer(Installation installation) throws IOException {
        return PersonSheet.of(installation
                .get(Persons.class)
                .add(
                        read(installation),
                        installation.standing().people(),
                        installation.standing().actor(),
                        installation.now()));
    }

    private Persons.NewPerson read(Installation installation) throws IOException {
        Set<String> lines = PublicKeyFiles.read(List.of(sshKey));
        if (lines.size() != 1) {
            throw new CliException(CliError.SEVERAL_SSH_KEYS, sshKey);
        }
        SshPublicKey key = SshPublicKey.parse(lines.iterator().next());
        installation.get(SampleKeys.class).refuse(List.of(key.fingerprint()), KeysError.LET_PERSON_MAKE_KEY, name);
        return new Persons.NewPerson(name, fullName.strip(), role, key);
    }
}
