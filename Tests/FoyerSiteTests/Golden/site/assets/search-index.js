/* The titles of this site, for its search. Data from Simkl: https://simkl.com/ */
var foyerIndex = {
"source": "Titles and posters are from Simkl, https://simkl.com/",
"file": "",
"kinds": [["tv","TV show"],["anime","Anime"],["movies","Film"]],
"statuses": ["Watching","Plan to watch","On hold","Completed","Dropped"],
"name": ["An Endless Afternoon","Harbour \u003cLights\u003e \u0026 Co.","Lantern Street","The Long Winter","Paper Boats","Tomorrow’s Tide","葬送のフリーレン"],
"others": [[],[],[],[],[],[],["Frieren: Beyond Journey’s End"]],
"kind": [2,0,0,0,2,2,1],
"id": [302,103,101,102,301,303,201],
"folder": [0,"harbour-lights",0,0,"paper-boats-1997","tomorrows-tide","sousou-no-frieren"],
"year": [2004,2021,2026,2019,1997,2026,2023],
"status": [4,2,0,3,3,1,0],
"rating": [3,0,8,7,10,0,0],
"poster": [0,0,"4840994303fd924c2",0,"200835019ed174547b",0,0]
};
