//! Elections that the user knows and the crate does not.

use super::date::Date;

/// The dates of an election.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Calendar {
    /// The day candidates are fixed.
    pub fixed: Date,
    /// First and last day of the campaign.
    pub campaign: (Date, Date),
    /// First and last day of the quiet period.
    pub quiet: (Date, Date),
    /// Polling day.
    pub polling: Date,
}

/// A ticket of an [`Election`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Ticket {
    /// Ballot number, once it is drawn.
    pub number: Option<u32>,
    /// Full name of the candidate.
    pub candidate: String,
    /// Full name of the running mate.
    pub running_mate: Option<String>,
    /// Other names of the ticket or its people, as written by the public: titles, nicknames, acronyms.
    ///
    /// One of several words means them unless the sentence is of something else; first names that are not listed here count
    /// only where votes, support, offices or elections are spoken of, as colleagues have them too.
    pub aliases: Vec<String>,
    /// Parties behind the ticket.
    pub parties: Vec<String>,
}

impl Ticket {
    /// Makes a ticket of one candidate.
    pub fn new(candidate: impl Into<String>) -> Self {
        Self {
            candidate: candidate.into(),
            ..Self::default()
        }
    }
}

/// An election with its tickets, to be added to a classifier.
///
/// Read it from TOML with `Election::from_toml`, or fill it in code. A classifier checks it when it is built.
///
/// # Examples
/// ```
/// # fn main() -> Result<(), netral::BuildError> {
/// use netral::{Classifier, Election, Stance, Ticket};
/// let mut election = Election::new("Pilkada Kabupaten Tirta Raya 2024");
/// let mut ticket = Ticket::new("Suryanto Halim");
/// ticket.number = Some(1);
/// election.tickets.push(ticket);
/// let classifier = Classifier::builder().election(election).build()?;
/// assert_eq!(classifier.classify("ayo dukung Suryanto Halim!").stance(), Stance::Support);
/// # Ok(()) }
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Election {
    /// Name, as the election body gives it.
    pub name: String,
    /// Office sought, such as `bupati`.
    pub office: String,
    /// Region.
    pub region: String,
    /// Dates, if known.
    pub calendar: Option<Calendar>,
    /// Tickets.
    pub tickets: Vec<Ticket>,
}

impl Election {
    /// Makes an election without tickets.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            ..Self::default()
        }
    }
}
