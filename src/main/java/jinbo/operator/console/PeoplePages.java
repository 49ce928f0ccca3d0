package jinbo.operator.console;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import jinbo.operator.console.ListView.Cell;
import jinbo.operator.console.ListView.Layout;
import jinbo.operator.console.ListView.Row;
import jinbo.operator.person.PersonOperations.AddPerson;
import jinbo.operator.person.PersonOperations.RecordConfidentiality;
import jinbo.operator.person.PersonOperations.RevokePerson;
import jinbo.participant.operation.Reason;
import jinbo.participant.staff.Person;
import jinbo.participant.staff.PersonName;
import jinbo.participant.staff.Persons;
import jinbo.participant.staff.Role;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The people, and the forms that add a person, record an agreement and revoke a person. */
@ConsolePage
@RequestMapping("/people")
record PeoplePages(Persons persons, Lists lists, PageOperations operations, Clock clock) {

    private static final String PAGE = "/people";
    private static final Layout LAYOUT = new Layout(
            "people",
            ListView.sortable("people.full-name"),
            ListView.sortable("people.role"),
            ListView.sortable("people.confidentiality"),
            ListView.sortable("people.added"),
            ListView.sortable("status"));

    @GetMapping
    Object show(HttpServletRequest request, Model model) {
        List<Person> people = persons.all();
        model.addAttribute("active", people.stream().filter(Person::isActive).toList());
        model.addAttribute("roles", Role.values());
        return lists.show(
                LAYOUT.pageOf(
                        ListQuery.of(request),
                        List.of(),
                        people.stream().map(this::row).toList()),
                "people",
                model);
    }

    @PostMapping
    String add(
            @RequestParam FormValue name,
            @RequestParam String fullName,
            @RequestParam Role role,
            @RequestParam MultipartFile sshKey,
            @RequestParam FormValue reason) {
        return operations.submitFile(
                PAGE,
                sshKey,
                "key.pub",
                file -> new AddPerson(name.as(PersonName.class), fullName, role, file, reason.find(String.class)));
    }

    @PostMapping("/agree")
    String agree(
            @RequestParam FormValue name, @RequestParam FormValue confidentiality, @RequestParam FormValue reason) {
        return operations.submit(
                PAGE,
                () -> new RecordConfidentiality(
                        name.as(PersonName.class), confidentiality.as(LocalDate.class), reason.find(String.class)));
    }

    @PostMapping("/revoke")
    String revoke(@RequestParam FormValue name, @RequestParam FormValue reason) {
        return operations.submit(PAGE, () -> new RevokePerson(name.as(PersonName.class), reason.as(Reason.class)));
    }

    private Row row(Person person) {
        return new Row(
                person.name().value(),
                Cell.text(person.fullName()).note(person.name().value()),
                Cell.message("role." + person.role()),
                Cell.text(PageFormat.orNothing(person.confidentialitySince())),
                Cell.time(person.addedAt(), clock.instant()),
                Cell.mark("people.", person.isActive() ? "ACTIVE" : "REVOKED"));
    }
}
