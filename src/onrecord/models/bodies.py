"""Bodies that the world knows by one name: what the encoder, which learned from the news of 1996 and 2016, may not.

'Hezbollah', taken for a place or a person -> an organisation. Only names that hardly anybody or any town bears.
"""

_BODIES = """
Hamas|Hezbollah|Hizbollah|Hizbullah|Fatah|Taliban|Al Qaeda|Al-Qaeda|al Qaida|al-Qaida|Islamic State|ISIS|ISIL|Daesh|
Boko Haram|al-Shabaab|Al Shabaab|IRA|ETA|FARC|PKK|PLO|Muslim Brotherhood|Mossad|Shin Bet|Interpol|Europol|NATO|OPEC|
ASEAN|OSCE|OECD|UNESCO|UNICEF|UNHCR|UNRWA|IAEA|WHO|WTO|IMF|World Bank|United Nations|European Union|African Union|
Arab League|European Commission|European Central Bank|Red Cross|Red Crescent|Amnesty International|Human Rights Watch|
Greenpeace|Oxfam|Médecins Sans Frontières|Doctors Without Borders|Save the Children|Transparency International|
WikiLeaks|Bellingcat|FBI|CIA|NSA|FEMA|NASA|EPA|FDA|FAA|FCC|SEC|IRS|TSA|OSHA|CDC|NIH|DHS|ICE|ATF|DEA|GOP|ACLU|NAACP|
NRA|AFL-CIO|Congress|Pentagon|State Department|Justice Department|Supreme Court|Federal Reserve|Scotland Yard|NHS|MI5|
MI6|GCHQ|Bundesbank|Bundestag|Knesset|Duma|Kremlin|FSB|KGB|GRU|Gazprom|Rosneft|Aeroflot|Xinhua|Tass|TASS|Interfax|
RIA Novosti|Reuters|Associated Press|AP|AFP|Agence France-Presse|Bloomberg|DPA|ANSA|Kyodo|Press Association|BBC|CNN|
NBC|CBS|ABC|MSNBC|NPR|PBS|Fox News|Sky News|ITV|Al Jazeera|Al Arabiya|Al-Arabiya|Al-Jazeera|Haaretz|Jerusalem Post|
New York Times|Washington Post|Wall Street Journal|Los Angeles Times|USA Today|Financial Times|Daily Mail|
Daily Telegraph|Le Monde|Le Figaro|El País|Der Spiegel|Die Zeit|Die Welt|Bild|La Repubblica|Corriere della Sera|
Politico|Axios|BuzzFeed|HuffPost|Huffington Post|Breitbart|ProPublica|Newsweek|Netflix|Google|Microsoft|Facebook|
Twitter|YouTube|Instagram|WhatsApp|Amazon.com|eBay|Yahoo|Intel|IBM|Oracle|Cisco|Samsung|Sony|Toshiba|Hitachi|
Panasonic|Nintendo|Nokia|Ericsson|Siemens|Bosch|Philips|Volkswagen|BMW|Toyota|Honda|Nissan|Hyundai|Peugeot|Renault|
Fiat|Volvo|General Motors|General Electric|Exxon|ExxonMobil|Exxon Mobil|Chevron|BP|Royal Dutch Shell|TotalEnergies|
Petrobras|Pemex|Sinopec|PetroChina|Saudi Aramco|Lukoil|Enron|Halliburton|Lockheed Martin|Raytheon|Northrop Grumman|
Boeing|Airbus|Rolls-Royce|BAE Systems|Siemens|Bayer|BASF|Pfizer|Novartis|Roche|AstraZeneca|GlaxoSmithKline|Sanofi|
Moderna|Merck|Monsanto|Unilever|Nestlé|Nestle|Danone|Coca-Cola|Coca - Cola|Pepsi|PepsiCo|McDonald's|Starbucks|
Burger King|Walmart|Wal-Mart|Costco|Tesco|Sainsbury's|Aldi|Lidl|Carrefour|IKEA|Ikea|H&M|Zara|Nike|Adidas|Puma|Gucci|
JPMorgan|JPMorgan Chase|Goldman Sachs|Citigroup|Citibank|Bank of America|Wells Fargo|HSBC|Barclays|Lloyds|UBS|
Credit Suisse|Deutsche Bank|BNP Paribas|Santander|Visa|Mastercard|PayPal|KPMG|Deloitte|PricewaterhouseCoopers|
Accenture|McKinsey|Lufthansa|Ryanair|easyJet|Qantas|FIFA|UEFA|IOC|NBA|NFL|NHL|MLB|NCAA|FIA|Real Madrid|
Manchester United|Juventus|Bayern Munich|United Way|Salvation Army|Scientology|Harvard|Yale|MIT|Stanford|UCLA|
Oxford University|Cambridge University|Ipsos|YouGov|Gallup|Nielsen|Moody's|Standard & Poor's
"""
BODIES = frozenset(name.lower() for name in _BODIES.replace("\n", "").split("|") if name)
