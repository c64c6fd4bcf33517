"""The states of the U.S.: postal code, and the AP's abbreviation (entry `state names`); eight are never abbreviated."""

STATES = {
    "Alabama": ("AL", "Ala."), "Alaska": ("AK", ""), "Arizona": ("AZ", "Ariz."), "Arkansas": ("AR", "Ark."),
    "California": ("CA", "Calif."), "Colorado": ("CO", "Colo."), "Connecticut": ("CT", "Conn."),
    "Delaware": ("DE", "Del."), "Florida": ("FL", "Fla."), "Georgia": ("GA", "Ga."), "Hawaii": ("HI", ""),
    "Idaho": ("ID", ""), "Illinois": ("IL", "Ill."), "Indiana": ("IN", "Ind."), "Iowa": ("IA", ""),
    "Kansas": ("KS", "Kan."), "Kentucky": ("KY", "Ky."), "Louisiana": ("LA", "La."), "Maine": ("ME", ""),
    "Maryland": ("MD", "Md."), "Massachusetts": ("MA", "Mass."), "Michigan": ("MI", "Mich."),
    "Minnesota": ("MN", "Minn."), "Mississippi": ("MS", "Miss."), "Missouri": ("MO", "Mo."),
    "Montana": ("MT", "Mont."), "Nebraska": ("NE", "Neb."), "Nevada": ("NV", "Nev."),
    "New Hampshire": ("NH", "N.H."), "New Jersey": ("NJ", "N.J."), "New Mexico": ("NM", "N.M."),
    "New York": ("NY", "N.Y."), "North Carolina": ("NC", "N.C."), "North Dakota": ("ND", "N.D."),
    "Ohio": ("OH", ""), "Oklahoma": ("OK", "Okla."), "Oregon": ("OR", "Ore."), "Pennsylvania": ("PA", "Pa."),
    "Rhode Island": ("RI", "R.I."), "South Carolina": ("SC", "S.C."), "South Dakota": ("SD", "S.D."),
    "Tennessee": ("TN", "Tenn."), "Texas": ("TX", ""), "Utah": ("UT", ""), "Vermont": ("VT", "Vt."),
    "Virginia": ("VA", "Va."), "Washington": ("WA", "Wash."), "West Virginia": ("WV", "W.Va."),
    "Wisconsin": ("WI", "Wis."), "Wyoming": ("WY", "Wyo."),
}  # fmt: skip

BY_CODE = {code: name for name, (code, _abbreviation) in STATES.items()}
BY_ABBREVIATION = {abbreviation: name for name, (_code, abbreviation) in STATES.items() if abbreviation}
IN_DATELINE = {name: abbreviation or name for name, (_code, abbreviation) in STATES.items()}
