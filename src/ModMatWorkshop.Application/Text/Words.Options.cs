using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Options;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Text;

// The options of the workshop: dinner, excursion, tutorial
public sealed partial class Words
{
    public string Options => Of(FormSections.Options.Legend!);

    public string YourOptions => Say("Vos options", "Your options");

    public string OptionsLead =>
        Say(
            "Dîner, excursion, tutoriel : qui a une place, à qui elle est proposée, qui attend. Les nombres comptent des places, "
                + "accompagnants compris.",
            "Dinner, excursion, tutorial: who has a place, who has an offer and who waits. Figures count places, companions included."
        );

    public string NoOptions =>
        Say(
            "Le contenu ne propose aucune option : voyez `options` dans workshop.md.",
            "The content has no options: see `options` in workshop.md."
        );

    public string PlacesByOption => Say("Places par option", "Places by option");

    public string OptionColumn => Say("Option", "Option");

    public string OptionTaken => Say("Attribuées", "Held");

    public string OptionOffered => Say("Proposées", "Offered");

    public string OptionWaiting => Say("En attente", "Waiting");

    public string OptionFree => Say("Libres", "Free");

    public string OptionParty => Say("Places", "Places");

    public string OptionState => Say("État", "State");

    public string WithoutLimit => Say("sans limite", "no limit");

    public string FormerOption => Say("ancienne option", "former option");

    public string NobodyChoseOption => Say("Personne ne l’a choisie.", "Nobody has chosen it.");

    public string TakeOption => Say("Prendre ces places", "Take these places");

    public string DeclineOption => Say("Laisser ces places", "Decline these places");

    public string LeaveOptionLine => Say("Quitter cette liste d’attente", "Leave this waiting list");

    public string OptionHintOfParty =>
        Say(
            "Des places libres vont à la première personne dont tout le groupe tient : avec moins d’accompagnants, vous passerez peut-être "
                + "plus tôt. Vous gardez votre rang si vous en changez.",
            "Free places go to the first person whose whole party fits: with fewer companions, your turn may come sooner. "
                + "You keep your position when you change their number."
        );

    /// <summary>When, where, at what price and until when one chooses; empty if the content says nothing of it.</summary>
    public string OptionFacts(WorkshopOption option) =>
        string.Join(
            " · ",
            new[]
            {
                OptionHours(option),
                option.Where is { } where ? Of(where) : null,
                option.Price is { } price ? Of(price) : null,
                option.Until is { } day ? Say($"à choisir jusqu’au {Date(day)}", $"choose by {Date(day)}") : null,
            }.OfType<string>()
        );

    public string? OptionHour(WorkshopOption option) => option.Start is { } start ? Hour(start) : null;

    public string? OptionHours(WorkshopOption option) =>
        option.Date is not { } day ? null
        : option.Start is not { } start ? Day(day)
        : option.End is not { } end ? Say($"{Day(day)} à {Hour(start)}", $"{Day(day)} at {Hour(start)}")
        : Say($"{Day(day)} de {Hour(start)} à {Hour(end)}", $"{Day(day)}, {Hour(start)}–{Hour(end)}");

    /// <summary>Under an option that few or no places are left of; null for many.</summary>
    public string? OptionLeft(SeatsLeft left) =>
        left switch
        {
            SeatsLeft.None => Say(
                "Complet : vous rejoindrez la liste d’attente de cette option.",
                "Full: you will join the waiting list of this option."
            ),
            SeatsLeft.Few => Say("Il reste peu de places.", "Few places are left."),
            _ => null,
        };

    /// <summary>Under an option that people no longer choose themselves.</summary>
    public string OptionIsClosed =>
        Say(
            "Le délai est passé : les organisateurs peuvent encore changer ce choix.",
            "The deadline has passed: the organisers can still change this choice."
        );

    public string PlacesCount(int places) => Some(places, "place", "places", "place", "places");

    /// <summary>What a person has of an option, as the person reads it. The rank is told to confirmed people only.</summary>
    public string OptionStandingOf(OptionPlace place, int? rank, string until, bool isConfirmed)
    {
        var held = place.Held > 0 ? Say($"Vous avez {PlacesCount(place.Held)}.", $"You have {PlacesCount(place.Held)}.") : "";
        var rest =
            place.IsOffered
                ? Say(
                    $"{PlacesCount(place.Missing)} vous {(place.Missing == 1 ? "est proposée" : "sont proposées")} jusqu’au {until}.",
                    $"You are offered {PlacesCount(place.Missing)} until {until}."
                )
            : !place.IsWaiting ? ""
            : isConfirmed && rank is { } number
                ? Say(
                    $"Vous attendez {PlacesCount(place.Missing)}, {Rank(number)} de la liste d’attente.",
                    $"You are waiting for {PlacesCount(place.Missing)}, {Rank(number)} on the waiting list."
                )
            : Say(
                $"Vous êtes sur la liste d’attente, pour {PlacesCount(place.Missing)}.",
                $"You are on the waiting list, for {PlacesCount(place.Missing)}."
            );
        return $"{held} {rest}".Trim();
    }

    /// <summary>The same in a few words, for organisers: "2 places, 1 place waiting".</summary>
    public string OptionPlaceInWords(OptionPlace? place) =>
        place is null
            ? Nothing
            : string.Join(
                ", ",
                new[]
                {
                    place.Held > 0 ? PlacesCount(place.Held) : null,
                    place.IsOffered ? Say($"{PlacesCount(place.Missing)} en proposition", $"{PlacesCount(place.Missing)} offered") : null,
                    place.IsWaiting ? Say($"{PlacesCount(place.Missing)} en attente", $"{PlacesCount(place.Missing)} waiting") : null,
                }.OfType<string>()
            );

    /// <summary>The label of what a person has of an option, in the history.</summary>
    public string OptionPlacesOf(Localized name) => Say($"{Of(name)}, places", $"{Of(name)}, places");

    /// <summary>A mark for somebody with places: "Dinner", "Dinner + 2". None for somebody who waits.</summary>
    public IReadOnlyList<ShownAnswer> OptionMarks(IReadOnlyList<WorkshopOption> options, Registration registration) =>
        [
            .. from option in options
            let place = registration.OptionPlace(option.Key)
            where place is { Held: > 0 } && registration.Status == RegistrationStatus.Confirmed
            select new ShownAnswer(option.Key, Of(option.Name), MarkOf(option, place)),
        ];

    public string OptionAboveLimit(int places) =>
        Say(
            $"{PlacesCount(places)} de plus que la limite, qui a baissé : personne ne perd sa place, et rien n’est proposé.",
            $"{PlacesCount(places)} above the limit, which was lowered: nobody loses a place, and nothing is offered."
        );

    public string OptionPeople(OptionTotals totals, int people) =>
        Say(
            $"{People(people)}, {PlacesCount(totals.Held)} avec les accompagnants",
            $"{People(people)}, {PlacesCount(totals.Held)} with companions"
        );

    /// <summary>The state in the export: the same in every language.</summary>
    public static string OptionStateKey(OptionPlace place) =>
        place.IsOffered ? "offered"
        : place.IsWaiting ? "waiting"
        : "held";

    private string MarkOf(WorkshopOption option, OptionPlace place) =>
        place.Held == 1 ? Of(option.Name) : $"{Of(option.Name)} + {place.Held - 1}";
}
